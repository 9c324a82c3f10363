package grader;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages depend one way only. */
@AnalyzeClasses(packages = "grader", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule DEPENDENCIES_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("testkit")
          .definedBy("grader.testkit")
          .layer("protocol")
          .definedBy("grader.protocol")
          .layer("instrument")
          .definedBy("grader.instrument")
          .layer("trial")
          .definedBy("grader.trial")
          .layer("stress")
          .definedBy("grader.stress")
          .layer("explore")
          .definedBy("grader.explore")
          .layer("linearize")
          .definedBy("grader.linearize")
          .layer("worker")
          .definedBy("grader.worker")
          .whereLayer("worker")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("linearize")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("stress")
          .mayOnlyBeAccessedByLayers("worker")
          .whereLayer("explore")
          .mayOnlyBeAccessedByLayers("worker")
          .whereLayer("instrument")
          .mayOnlyBeAccessedByLayers("explore", "worker")
          .whereLayer("trial")
          .mayOnlyBeAccessedByLayers("explore", "stress", "worker")
          .whereLayer("protocol")
          .mayOnlyBeAccessedByLayers("explore", "stress", "trial", "worker")
          .whereLayer("testkit")
          .mayOnlyBeAccessedByLayers("explore", "linearize", "stress", "trial", "worker");

  @ArchTest
  static final ArchRule THERE_ARE_NO_CYCLES =
      slices().matching("grader.(*)").should().beFreeOfCycles();
}
