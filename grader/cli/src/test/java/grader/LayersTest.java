package grader;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The packages follow the pipeline and depend one way only. */
@AnalyzeClasses(
    packages = "grader",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class LayersTest {

  @ArchTest
  static final ArchRule DEPENDENCIES_FOLLOW_THE_PIPELINE =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("kata")
          .definedBy("grader.kata")
          .layer("compile")
          .definedBy("grader.compile")
          .layer("inspect")
          .definedBy("grader.inspect")
          .layer("run")
          .definedBy("grader.run")
          .layer("judge")
          .definedBy("grader.judge")
          .layer("diagnose")
          .definedBy("grader.diagnose")
          .layer("grader")
          .definedBy("grader")
          .layer("audit")
          .definedBy("grader.audit..")
          .layer("report")
          .definedBy("grader.report..")
          .layer("cli")
          .definedBy("grader.cli..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("audit")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("grader")
          .mayOnlyBeAccessedByLayers("audit", "report", "cli")
          .whereLayer("diagnose")
          .mayOnlyBeAccessedByLayers("grader", "audit", "report", "cli")
          .whereLayer("judge")
          .mayOnlyBeAccessedByLayers("diagnose", "grader", "audit", "report", "cli")
          .whereLayer("run")
          .mayOnlyBeAccessedByLayers("judge", "diagnose", "grader", "audit", "report", "cli");

  @ArchTest
  static final ArchRule THERE_ARE_NO_CYCLES =
      slices().matching("grader.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_THE_COMMANDS_KNOW_STANDARD_STREAMS =
      noClasses()
          .that()
          .resideOutsideOfPackages("grader.cli..", "grader.worker..", "grader.sandbox..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
}
