/*
 * Attack: Has a thousand nested classes.
 * Expects: FAILED
 * Unscanned: FAILED
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final int max;
  private int free;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    this.free = initial;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    require(n);
    free -= n;
  }

  public boolean tryAcquire(int n) {
    require(n);
    free -= n;
    return true;
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    return tryAcquire(n);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    free += n;
  }

  public int availablePermits() {
    return free;
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  private static final class C0 {}

  private static final class C1 {}

  private static final class C2 {}

  private static final class C3 {}

  private static final class C4 {}

  private static final class C5 {}

  private static final class C6 {}

  private static final class C7 {}

  private static final class C8 {}

  private static final class C9 {}

  private static final class C10 {}

  private static final class C11 {}

  private static final class C12 {}

  private static final class C13 {}

  private static final class C14 {}

  private static final class C15 {}

  private static final class C16 {}

  private static final class C17 {}

  private static final class C18 {}

  private static final class C19 {}

  private static final class C20 {}

  private static final class C21 {}

  private static final class C22 {}

  private static final class C23 {}

  private static final class C24 {}

  private static final class C25 {}

  private static final class C26 {}

  private static final class C27 {}

  private static final class C28 {}

  private static final class C29 {}

  private static final class C30 {}

  private static final class C31 {}

  private static final class C32 {}

  private static final class C33 {}

  private static final class C34 {}

  private static final class C35 {}

  private static final class C36 {}

  private static final class C37 {}

  private static final class C38 {}

  private static final class C39 {}

  private static final class C40 {}

  private static final class C41 {}

  private static final class C42 {}

  private static final class C43 {}

  private static final class C44 {}

  private static final class C45 {}

  private static final class C46 {}

  private static final class C47 {}

  private static final class C48 {}

  private static final class C49 {}

  private static final class C50 {}

  private static final class C51 {}

  private static final class C52 {}

  private static final class C53 {}

  private static final class C54 {}

  private static final class C55 {}

  private static final class C56 {}

  private static final class C57 {}

  private static final class C58 {}

  private static final class C59 {}

  private static final class C60 {}

  private static final class C61 {}

  private static final class C62 {}

  private static final class C63 {}

  private static final class C64 {}

  private static final class C65 {}

  private static final class C66 {}

  private static final class C67 {}

  private static final class C68 {}

  private static final class C69 {}

  private static final class C70 {}

  private static final class C71 {}

  private static final class C72 {}

  private static final class C73 {}

  private static final class C74 {}

  private static final class C75 {}

  private static final class C76 {}

  private static final class C77 {}

  private static final class C78 {}

  private static final class C79 {}

  private static final class C80 {}

  private static final class C81 {}

  private static final class C82 {}

  private static final class C83 {}

  private static final class C84 {}

  private static final class C85 {}

  private static final class C86 {}

  private static final class C87 {}

  private static final class C88 {}

  private static final class C89 {}

  private static final class C90 {}

  private static final class C91 {}

  private static final class C92 {}

  private static final class C93 {}

  private static final class C94 {}

  private static final class C95 {}

  private static final class C96 {}

  private static final class C97 {}

  private static final class C98 {}

  private static final class C99 {}

  private static final class C100 {}

  private static final class C101 {}

  private static final class C102 {}

  private static final class C103 {}

  private static final class C104 {}

  private static final class C105 {}

  private static final class C106 {}

  private static final class C107 {}

  private static final class C108 {}

  private static final class C109 {}

  private static final class C110 {}

  private static final class C111 {}

  private static final class C112 {}

  private static final class C113 {}

  private static final class C114 {}

  private static final class C115 {}

  private static final class C116 {}

  private static final class C117 {}

  private static final class C118 {}

  private static final class C119 {}

  private static final class C120 {}

  private static final class C121 {}

  private static final class C122 {}

  private static final class C123 {}

  private static final class C124 {}

  private static final class C125 {}

  private static final class C126 {}

  private static final class C127 {}

  private static final class C128 {}

  private static final class C129 {}

  private static final class C130 {}

  private static final class C131 {}

  private static final class C132 {}

  private static final class C133 {}

  private static final class C134 {}

  private static final class C135 {}

  private static final class C136 {}

  private static final class C137 {}

  private static final class C138 {}

  private static final class C139 {}

  private static final class C140 {}

  private static final class C141 {}

  private static final class C142 {}

  private static final class C143 {}

  private static final class C144 {}

  private static final class C145 {}

  private static final class C146 {}

  private static final class C147 {}

  private static final class C148 {}

  private static final class C149 {}

  private static final class C150 {}

  private static final class C151 {}

  private static final class C152 {}

  private static final class C153 {}

  private static final class C154 {}

  private static final class C155 {}

  private static final class C156 {}

  private static final class C157 {}

  private static final class C158 {}

  private static final class C159 {}

  private static final class C160 {}

  private static final class C161 {}

  private static final class C162 {}

  private static final class C163 {}

  private static final class C164 {}

  private static final class C165 {}

  private static final class C166 {}

  private static final class C167 {}

  private static final class C168 {}

  private static final class C169 {}

  private static final class C170 {}

  private static final class C171 {}

  private static final class C172 {}

  private static final class C173 {}

  private static final class C174 {}

  private static final class C175 {}

  private static final class C176 {}

  private static final class C177 {}

  private static final class C178 {}

  private static final class C179 {}

  private static final class C180 {}

  private static final class C181 {}

  private static final class C182 {}

  private static final class C183 {}

  private static final class C184 {}

  private static final class C185 {}

  private static final class C186 {}

  private static final class C187 {}

  private static final class C188 {}

  private static final class C189 {}

  private static final class C190 {}

  private static final class C191 {}

  private static final class C192 {}

  private static final class C193 {}

  private static final class C194 {}

  private static final class C195 {}

  private static final class C196 {}

  private static final class C197 {}

  private static final class C198 {}

  private static final class C199 {}

  private static final class C200 {}

  private static final class C201 {}

  private static final class C202 {}

  private static final class C203 {}

  private static final class C204 {}

  private static final class C205 {}

  private static final class C206 {}

  private static final class C207 {}

  private static final class C208 {}

  private static final class C209 {}

  private static final class C210 {}

  private static final class C211 {}

  private static final class C212 {}

  private static final class C213 {}

  private static final class C214 {}

  private static final class C215 {}

  private static final class C216 {}

  private static final class C217 {}

  private static final class C218 {}

  private static final class C219 {}

  private static final class C220 {}

  private static final class C221 {}

  private static final class C222 {}

  private static final class C223 {}

  private static final class C224 {}

  private static final class C225 {}

  private static final class C226 {}

  private static final class C227 {}

  private static final class C228 {}

  private static final class C229 {}

  private static final class C230 {}

  private static final class C231 {}

  private static final class C232 {}

  private static final class C233 {}

  private static final class C234 {}

  private static final class C235 {}

  private static final class C236 {}

  private static final class C237 {}

  private static final class C238 {}

  private static final class C239 {}

  private static final class C240 {}

  private static final class C241 {}

  private static final class C242 {}

  private static final class C243 {}

  private static final class C244 {}

  private static final class C245 {}

  private static final class C246 {}

  private static final class C247 {}

  private static final class C248 {}

  private static final class C249 {}

  private static final class C250 {}

  private static final class C251 {}

  private static final class C252 {}

  private static final class C253 {}

  private static final class C254 {}

  private static final class C255 {}

  private static final class C256 {}

  private static final class C257 {}

  private static final class C258 {}

  private static final class C259 {}

  private static final class C260 {}

  private static final class C261 {}

  private static final class C262 {}

  private static final class C263 {}

  private static final class C264 {}

  private static final class C265 {}

  private static final class C266 {}

  private static final class C267 {}

  private static final class C268 {}

  private static final class C269 {}

  private static final class C270 {}

  private static final class C271 {}

  private static final class C272 {}

  private static final class C273 {}

  private static final class C274 {}

  private static final class C275 {}

  private static final class C276 {}

  private static final class C277 {}

  private static final class C278 {}

  private static final class C279 {}

  private static final class C280 {}

  private static final class C281 {}

  private static final class C282 {}

  private static final class C283 {}

  private static final class C284 {}

  private static final class C285 {}

  private static final class C286 {}

  private static final class C287 {}

  private static final class C288 {}

  private static final class C289 {}

  private static final class C290 {}

  private static final class C291 {}

  private static final class C292 {}

  private static final class C293 {}

  private static final class C294 {}

  private static final class C295 {}

  private static final class C296 {}

  private static final class C297 {}

  private static final class C298 {}

  private static final class C299 {}

  private static final class C300 {}

  private static final class C301 {}

  private static final class C302 {}

  private static final class C303 {}

  private static final class C304 {}

  private static final class C305 {}

  private static final class C306 {}

  private static final class C307 {}

  private static final class C308 {}

  private static final class C309 {}

  private static final class C310 {}

  private static final class C311 {}

  private static final class C312 {}

  private static final class C313 {}

  private static final class C314 {}

  private static final class C315 {}

  private static final class C316 {}

  private static final class C317 {}

  private static final class C318 {}

  private static final class C319 {}

  private static final class C320 {}

  private static final class C321 {}

  private static final class C322 {}

  private static final class C323 {}

  private static final class C324 {}

  private static final class C325 {}

  private static final class C326 {}

  private static final class C327 {}

  private static final class C328 {}

  private static final class C329 {}

  private static final class C330 {}

  private static final class C331 {}

  private static final class C332 {}

  private static final class C333 {}

  private static final class C334 {}

  private static final class C335 {}

  private static final class C336 {}

  private static final class C337 {}

  private static final class C338 {}

  private static final class C339 {}

  private static final class C340 {}

  private static final class C341 {}

  private static final class C342 {}

  private static final class C343 {}

  private static final class C344 {}

  private static final class C345 {}

  private static final class C346 {}

  private static final class C347 {}

  private static final class C348 {}

  private static final class C349 {}

  private static final class C350 {}

  private static final class C351 {}

  private static final class C352 {}

  private static final class C353 {}

  private static final class C354 {}

  private static final class C355 {}

  private static final class C356 {}

  private static final class C357 {}

  private static final class C358 {}

  private static final class C359 {}

  private static final class C360 {}

  private static final class C361 {}

  private static final class C362 {}

  private static final class C363 {}

  private static final class C364 {}

  private static final class C365 {}

  private static final class C366 {}

  private static final class C367 {}

  private static final class C368 {}

  private static final class C369 {}

  private static final class C370 {}

  private static final class C371 {}

  private static final class C372 {}

  private static final class C373 {}

  private static final class C374 {}

  private static final class C375 {}

  private static final class C376 {}

  private static final class C377 {}

  private static final class C378 {}

  private static final class C379 {}

  private static final class C380 {}

  private static final class C381 {}

  private static final class C382 {}

  private static final class C383 {}

  private static final class C384 {}

  private static final class C385 {}

  private static final class C386 {}

  private static final class C387 {}

  private static final class C388 {}

  private static final class C389 {}

  private static final class C390 {}

  private static final class C391 {}

  private static final class C392 {}

  private static final class C393 {}

  private static final class C394 {}

  private static final class C395 {}

  private static final class C396 {}

  private static final class C397 {}

  private static final class C398 {}

  private static final class C399 {}

  private static final class C400 {}

  private static final class C401 {}

  private static final class C402 {}

  private static final class C403 {}

  private static final class C404 {}

  private static final class C405 {}

  private static final class C406 {}

  private static final class C407 {}

  private static final class C408 {}

  private static final class C409 {}

  private static final class C410 {}

  private static final class C411 {}

  private static final class C412 {}

  private static final class C413 {}

  private static final class C414 {}

  private static final class C415 {}

  private static final class C416 {}

  private static final class C417 {}

  private static final class C418 {}

  private static final class C419 {}

  private static final class C420 {}

  private static final class C421 {}

  private static final class C422 {}

  private static final class C423 {}

  private static final class C424 {}

  private static final class C425 {}

  private static final class C426 {}

  private static final class C427 {}

  private static final class C428 {}

  private static final class C429 {}

  private static final class C430 {}

  private static final class C431 {}

  private static final class C432 {}

  private static final class C433 {}

  private static final class C434 {}

  private static final class C435 {}

  private static final class C436 {}

  private static final class C437 {}

  private static final class C438 {}

  private static final class C439 {}

  private static final class C440 {}

  private static final class C441 {}

  private static final class C442 {}

  private static final class C443 {}

  private static final class C444 {}

  private static final class C445 {}

  private static final class C446 {}

  private static final class C447 {}

  private static final class C448 {}

  private static final class C449 {}

  private static final class C450 {}

  private static final class C451 {}

  private static final class C452 {}

  private static final class C453 {}

  private static final class C454 {}

  private static final class C455 {}

  private static final class C456 {}

  private static final class C457 {}

  private static final class C458 {}

  private static final class C459 {}

  private static final class C460 {}

  private static final class C461 {}

  private static final class C462 {}

  private static final class C463 {}

  private static final class C464 {}

  private static final class C465 {}

  private static final class C466 {}

  private static final class C467 {}

  private static final class C468 {}

  private static final class C469 {}

  private static final class C470 {}

  private static final class C471 {}

  private static final class C472 {}

  private static final class C473 {}

  private static final class C474 {}

  private static final class C475 {}

  private static final class C476 {}

  private static final class C477 {}

  private static final class C478 {}

  private static final class C479 {}

  private static final class C480 {}

  private static final class C481 {}

  private static final class C482 {}

  private static final class C483 {}

  private static final class C484 {}

  private static final class C485 {}

  private static final class C486 {}

  private static final class C487 {}

  private static final class C488 {}

  private static final class C489 {}

  private static final class C490 {}

  private static final class C491 {}

  private static final class C492 {}

  private static final class C493 {}

  private static final class C494 {}

  private static final class C495 {}

  private static final class C496 {}

  private static final class C497 {}

  private static final class C498 {}

  private static final class C499 {}

  private static final class C500 {}

  private static final class C501 {}

  private static final class C502 {}

  private static final class C503 {}

  private static final class C504 {}

  private static final class C505 {}

  private static final class C506 {}

  private static final class C507 {}

  private static final class C508 {}

  private static final class C509 {}

  private static final class C510 {}

  private static final class C511 {}

  private static final class C512 {}

  private static final class C513 {}

  private static final class C514 {}

  private static final class C515 {}

  private static final class C516 {}

  private static final class C517 {}

  private static final class C518 {}

  private static final class C519 {}

  private static final class C520 {}

  private static final class C521 {}

  private static final class C522 {}

  private static final class C523 {}

  private static final class C524 {}

  private static final class C525 {}

  private static final class C526 {}

  private static final class C527 {}

  private static final class C528 {}

  private static final class C529 {}

  private static final class C530 {}

  private static final class C531 {}

  private static final class C532 {}

  private static final class C533 {}

  private static final class C534 {}

  private static final class C535 {}

  private static final class C536 {}

  private static final class C537 {}

  private static final class C538 {}

  private static final class C539 {}

  private static final class C540 {}

  private static final class C541 {}

  private static final class C542 {}

  private static final class C543 {}

  private static final class C544 {}

  private static final class C545 {}

  private static final class C546 {}

  private static final class C547 {}

  private static final class C548 {}

  private static final class C549 {}

  private static final class C550 {}

  private static final class C551 {}

  private static final class C552 {}

  private static final class C553 {}

  private static final class C554 {}

  private static final class C555 {}

  private static final class C556 {}

  private static final class C557 {}

  private static final class C558 {}

  private static final class C559 {}

  private static final class C560 {}

  private static final class C561 {}

  private static final class C562 {}

  private static final class C563 {}

  private static final class C564 {}

  private static final class C565 {}

  private static final class C566 {}

  private static final class C567 {}

  private static final class C568 {}

  private static final class C569 {}

  private static final class C570 {}

  private static final class C571 {}

  private static final class C572 {}

  private static final class C573 {}

  private static final class C574 {}

  private static final class C575 {}

  private static final class C576 {}

  private static final class C577 {}

  private static final class C578 {}

  private static final class C579 {}

  private static final class C580 {}

  private static final class C581 {}

  private static final class C582 {}

  private static final class C583 {}

  private static final class C584 {}

  private static final class C585 {}

  private static final class C586 {}

  private static final class C587 {}

  private static final class C588 {}

  private static final class C589 {}

  private static final class C590 {}

  private static final class C591 {}

  private static final class C592 {}

  private static final class C593 {}

  private static final class C594 {}

  private static final class C595 {}

  private static final class C596 {}

  private static final class C597 {}

  private static final class C598 {}

  private static final class C599 {}

  private static final class C600 {}

  private static final class C601 {}

  private static final class C602 {}

  private static final class C603 {}

  private static final class C604 {}

  private static final class C605 {}

  private static final class C606 {}

  private static final class C607 {}

  private static final class C608 {}

  private static final class C609 {}

  private static final class C610 {}

  private static final class C611 {}

  private static final class C612 {}

  private static final class C613 {}

  private static final class C614 {}

  private static final class C615 {}

  private static final class C616 {}

  private static final class C617 {}

  private static final class C618 {}

  private static final class C619 {}

  private static final class C620 {}

  private static final class C621 {}

  private static final class C622 {}

  private static final class C623 {}

  private static final class C624 {}

  private static final class C625 {}

  private static final class C626 {}

  private static final class C627 {}

  private static final class C628 {}

  private static final class C629 {}

  private static final class C630 {}

  private static final class C631 {}

  private static final class C632 {}

  private static final class C633 {}

  private static final class C634 {}

  private static final class C635 {}

  private static final class C636 {}

  private static final class C637 {}

  private static final class C638 {}

  private static final class C639 {}

  private static final class C640 {}

  private static final class C641 {}

  private static final class C642 {}

  private static final class C643 {}

  private static final class C644 {}

  private static final class C645 {}

  private static final class C646 {}

  private static final class C647 {}

  private static final class C648 {}

  private static final class C649 {}

  private static final class C650 {}

  private static final class C651 {}

  private static final class C652 {}

  private static final class C653 {}

  private static final class C654 {}

  private static final class C655 {}

  private static final class C656 {}

  private static final class C657 {}

  private static final class C658 {}

  private static final class C659 {}

  private static final class C660 {}

  private static final class C661 {}

  private static final class C662 {}

  private static final class C663 {}

  private static final class C664 {}

  private static final class C665 {}

  private static final class C666 {}

  private static final class C667 {}

  private static final class C668 {}

  private static final class C669 {}

  private static final class C670 {}

  private static final class C671 {}

  private static final class C672 {}

  private static final class C673 {}

  private static final class C674 {}

  private static final class C675 {}

  private static final class C676 {}

  private static final class C677 {}

  private static final class C678 {}

  private static final class C679 {}

  private static final class C680 {}

  private static final class C681 {}

  private static final class C682 {}

  private static final class C683 {}

  private static final class C684 {}

  private static final class C685 {}

  private static final class C686 {}

  private static final class C687 {}

  private static final class C688 {}

  private static final class C689 {}

  private static final class C690 {}

  private static final class C691 {}

  private static final class C692 {}

  private static final class C693 {}

  private static final class C694 {}

  private static final class C695 {}

  private static final class C696 {}

  private static final class C697 {}

  private static final class C698 {}

  private static final class C699 {}

  private static final class C700 {}

  private static final class C701 {}

  private static final class C702 {}

  private static final class C703 {}

  private static final class C704 {}

  private static final class C705 {}

  private static final class C706 {}

  private static final class C707 {}

  private static final class C708 {}

  private static final class C709 {}

  private static final class C710 {}

  private static final class C711 {}

  private static final class C712 {}

  private static final class C713 {}

  private static final class C714 {}

  private static final class C715 {}

  private static final class C716 {}

  private static final class C717 {}

  private static final class C718 {}

  private static final class C719 {}

  private static final class C720 {}

  private static final class C721 {}

  private static final class C722 {}

  private static final class C723 {}

  private static final class C724 {}

  private static final class C725 {}

  private static final class C726 {}

  private static final class C727 {}

  private static final class C728 {}

  private static final class C729 {}

  private static final class C730 {}

  private static final class C731 {}

  private static final class C732 {}

  private static final class C733 {}

  private static final class C734 {}

  private static final class C735 {}

  private static final class C736 {}

  private static final class C737 {}

  private static final class C738 {}

  private static final class C739 {}

  private static final class C740 {}

  private static final class C741 {}

  private static final class C742 {}

  private static final class C743 {}

  private static final class C744 {}

  private static final class C745 {}

  private static final class C746 {}

  private static final class C747 {}

  private static final class C748 {}

  private static final class C749 {}

  private static final class C750 {}

  private static final class C751 {}

  private static final class C752 {}

  private static final class C753 {}

  private static final class C754 {}

  private static final class C755 {}

  private static final class C756 {}

  private static final class C757 {}

  private static final class C758 {}

  private static final class C759 {}

  private static final class C760 {}

  private static final class C761 {}

  private static final class C762 {}

  private static final class C763 {}

  private static final class C764 {}

  private static final class C765 {}

  private static final class C766 {}

  private static final class C767 {}

  private static final class C768 {}

  private static final class C769 {}

  private static final class C770 {}

  private static final class C771 {}

  private static final class C772 {}

  private static final class C773 {}

  private static final class C774 {}

  private static final class C775 {}

  private static final class C776 {}

  private static final class C777 {}

  private static final class C778 {}

  private static final class C779 {}

  private static final class C780 {}

  private static final class C781 {}

  private static final class C782 {}

  private static final class C783 {}

  private static final class C784 {}

  private static final class C785 {}

  private static final class C786 {}

  private static final class C787 {}

  private static final class C788 {}

  private static final class C789 {}

  private static final class C790 {}

  private static final class C791 {}

  private static final class C792 {}

  private static final class C793 {}

  private static final class C794 {}

  private static final class C795 {}

  private static final class C796 {}

  private static final class C797 {}

  private static final class C798 {}

  private static final class C799 {}

  private static final class C800 {}

  private static final class C801 {}

  private static final class C802 {}

  private static final class C803 {}

  private static final class C804 {}

  private static final class C805 {}

  private static final class C806 {}

  private static final class C807 {}

  private static final class C808 {}

  private static final class C809 {}

  private static final class C810 {}

  private static final class C811 {}

  private static final class C812 {}

  private static final class C813 {}

  private static final class C814 {}

  private static final class C815 {}

  private static final class C816 {}

  private static final class C817 {}

  private static final class C818 {}

  private static final class C819 {}

  private static final class C820 {}

  private static final class C821 {}

  private static final class C822 {}

  private static final class C823 {}

  private static final class C824 {}

  private static final class C825 {}

  private static final class C826 {}

  private static final class C827 {}

  private static final class C828 {}

  private static final class C829 {}

  private static final class C830 {}

  private static final class C831 {}

  private static final class C832 {}

  private static final class C833 {}

  private static final class C834 {}

  private static final class C835 {}

  private static final class C836 {}

  private static final class C837 {}

  private static final class C838 {}

  private static final class C839 {}

  private static final class C840 {}

  private static final class C841 {}

  private static final class C842 {}

  private static final class C843 {}

  private static final class C844 {}

  private static final class C845 {}

  private static final class C846 {}

  private static final class C847 {}

  private static final class C848 {}

  private static final class C849 {}

  private static final class C850 {}

  private static final class C851 {}

  private static final class C852 {}

  private static final class C853 {}

  private static final class C854 {}

  private static final class C855 {}

  private static final class C856 {}

  private static final class C857 {}

  private static final class C858 {}

  private static final class C859 {}

  private static final class C860 {}

  private static final class C861 {}

  private static final class C862 {}

  private static final class C863 {}

  private static final class C864 {}

  private static final class C865 {}

  private static final class C866 {}

  private static final class C867 {}

  private static final class C868 {}

  private static final class C869 {}

  private static final class C870 {}

  private static final class C871 {}

  private static final class C872 {}

  private static final class C873 {}

  private static final class C874 {}

  private static final class C875 {}

  private static final class C876 {}

  private static final class C877 {}

  private static final class C878 {}

  private static final class C879 {}

  private static final class C880 {}

  private static final class C881 {}

  private static final class C882 {}

  private static final class C883 {}

  private static final class C884 {}

  private static final class C885 {}

  private static final class C886 {}

  private static final class C887 {}

  private static final class C888 {}

  private static final class C889 {}

  private static final class C890 {}

  private static final class C891 {}

  private static final class C892 {}

  private static final class C893 {}

  private static final class C894 {}

  private static final class C895 {}

  private static final class C896 {}

  private static final class C897 {}

  private static final class C898 {}

  private static final class C899 {}

  private static final class C900 {}

  private static final class C901 {}

  private static final class C902 {}

  private static final class C903 {}

  private static final class C904 {}

  private static final class C905 {}

  private static final class C906 {}

  private static final class C907 {}

  private static final class C908 {}

  private static final class C909 {}

  private static final class C910 {}

  private static final class C911 {}

  private static final class C912 {}

  private static final class C913 {}

  private static final class C914 {}

  private static final class C915 {}

  private static final class C916 {}

  private static final class C917 {}

  private static final class C918 {}

  private static final class C919 {}

  private static final class C920 {}

  private static final class C921 {}

  private static final class C922 {}

  private static final class C923 {}

  private static final class C924 {}

  private static final class C925 {}

  private static final class C926 {}

  private static final class C927 {}

  private static final class C928 {}

  private static final class C929 {}

  private static final class C930 {}

  private static final class C931 {}

  private static final class C932 {}

  private static final class C933 {}

  private static final class C934 {}

  private static final class C935 {}

  private static final class C936 {}

  private static final class C937 {}

  private static final class C938 {}

  private static final class C939 {}

  private static final class C940 {}

  private static final class C941 {}

  private static final class C942 {}

  private static final class C943 {}

  private static final class C944 {}

  private static final class C945 {}

  private static final class C946 {}

  private static final class C947 {}

  private static final class C948 {}

  private static final class C949 {}

  private static final class C950 {}

  private static final class C951 {}

  private static final class C952 {}

  private static final class C953 {}

  private static final class C954 {}

  private static final class C955 {}

  private static final class C956 {}

  private static final class C957 {}

  private static final class C958 {}

  private static final class C959 {}

  private static final class C960 {}

  private static final class C961 {}

  private static final class C962 {}

  private static final class C963 {}

  private static final class C964 {}

  private static final class C965 {}

  private static final class C966 {}

  private static final class C967 {}

  private static final class C968 {}

  private static final class C969 {}

  private static final class C970 {}

  private static final class C971 {}

  private static final class C972 {}

  private static final class C973 {}

  private static final class C974 {}

  private static final class C975 {}

  private static final class C976 {}

  private static final class C977 {}

  private static final class C978 {}

  private static final class C979 {}

  private static final class C980 {}

  private static final class C981 {}

  private static final class C982 {}

  private static final class C983 {}

  private static final class C984 {}

  private static final class C985 {}

  private static final class C986 {}

  private static final class C987 {}

  private static final class C988 {}

  private static final class C989 {}

  private static final class C990 {}

  private static final class C991 {}

  private static final class C992 {}

  private static final class C993 {}

  private static final class C994 {}

  private static final class C995 {}

  private static final class C996 {}

  private static final class C997 {}

  private static final class C998 {}

  private static final class C999 {}
}
