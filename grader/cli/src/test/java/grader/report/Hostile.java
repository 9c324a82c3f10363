package grader.report;

/** Text that tries to do what text must not do. */
final class Hostile {

  static final String TEXT =
      "::error file=x.java,line=1::forged\n"
          + "\u00a0::set-output name=points::10\n"
          + "##[error]forged ##vso[task.complete result=Succeeded]\n"
          + "\u001b[31mred\u001b[0m \u001b]8;;http://example.org\u0007link\u001b]8;;\u0007 \u009b2Jc1\n"
          + "]]> <failure/> &amp; \" ' --> <![CDATA[\n"
          + "nul \u0000 bell \u0007 backspace \b\b\b delete \u007f carriage\rreturn\n"
          + "high \uD800 low \uDC00 none \uFFFE\uFFFF pair \uD83D\uDE00\n"
          + "right to left \u202E gnol zero\u200Bwidth\n"
          + "caf\u00e9 \u4F60\u597D\n"
          + "long "
          + "y".repeat(5_000)
          + "\n"
          + "\u001b]0;never ended";

  private Hostile() {}
}
