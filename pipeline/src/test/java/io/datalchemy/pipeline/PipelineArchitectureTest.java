package io.datalchemy.pipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the pipeline's own layers; its class path has all modules, so also those between them. */
@AnalyzeClasses(
    packages = "io.datalchemy",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      PipelineArchitectureTest.WithoutTestJars.class
    })
class PipelineArchitectureTest {
  /** Leaves out the server of the tests, which comes from another module in a jar of its own. */
  static final class WithoutTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule onlyPipelinesKnowBeam =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.datalchemy.beam..", "io.datalchemy.pipeline..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.beam..")
          .because("run folders, loading and the command line work without a runner");

  // The command line's last word knows a driver's exception so as not to repeat its text.
  @ArchTest
  static final ArchRule onlyIntrospectionAndLoadingTalkToDatabases =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.datalchemy.connect..",
              "io.datalchemy.introspect..",
              "io.datalchemy.ddl..",
              "io.datalchemy.load..",
              "io.datalchemy.pipeline.capture..",
              "io.datalchemy.server..",
              "io.datalchemy.verify..")
          .and()
          .doNotHaveFullyQualifiedName("io.datalchemy.cli.FailureReport")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
          .because("SQL errors are wrapped once, at the edge, where they can be redacted");

  @ArchTest
  static final ArchRule nothingDependsOnTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.datalchemy.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.datalchemy.cli..", "picocli..")
          .because("whatever a command does can be called without one");

  @ArchTest
  static final ArchRule runFoldersDoNotKnowWhatRuns =
      noClasses()
          .that()
          .resideInAPackage("io.datalchemy.run..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.datalchemy.pipeline..", "io.datalchemy.beam..")
          .because("a run folder is read by those who never generate");

  @ArchTest
  static final ArchRule packagesDoNotGoInCircles =
      slices()
          .matching("io.datalchemy.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each package answers one question, and can be read before those above it");

  @ArchTest
  static final ArchRule subpackagesDoNotGoInCircles =
      slices()
          .matching("io.datalchemy.(**)")
          .should()
          .beFreeOfCycles()
          .because("what was split by concept can still be read from the ground up");
}
