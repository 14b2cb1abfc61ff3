package io.datalchemy.beam;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;

@AnalyzeClasses(packages = "io.datalchemy", importOptions = ImportOption.DoNotIncludeTests.class)
class TransformsArchitectureTest {
  private static final String[] KERNEL = {
    "io.datalchemy.random..",
    "io.datalchemy.vector..",
    "io.datalchemy.generator..",
    "io.datalchemy.transform..",
    "io.datalchemy.foreign..",
    "io.datalchemy.row..",
    "io.datalchemy.inject..",
    "io.datalchemy.csv.."
  };

  @ArchTest
  static final ArchRule onlyOnePackageKnowsBeam =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.datalchemy.beam..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.beam..")
          .because("the kernel is plain Java that any loop can call and any test can step through");

  @ArchTest
  static final ArchRule kernelDoesNotKnowItsPipeline =
      noClasses()
          .that()
          .resideInAnyPackage(KERNEL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.datalchemy.beam..")
          .because("what a row is does not depend on what runs it");

  @ArchTest
  static final ArchRule generatorsDoNotKnowRows =
      noClasses()
          .that()
          .resideInAnyPackage("io.datalchemy.generator..", "io.datalchemy.transform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.datalchemy.row..", "io.datalchemy.foreign..", "io.datalchemy.csv..")
          .because("a value is a function of its cell and its inputs and of nothing else");

  @ArchTest
  static final ArchRule nothingHereTalksToADatabase =
      noClasses()
          .that()
          .resideInAnyPackage(KERNEL)
          .or()
          .resideInAPackage("io.datalchemy.beam..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
          .because("generation reads the resolved plan and the schema document, never a database");

  // A string's own hashCode is not among them: the compiler calls it for every switch over strings.
  @ArchTest
  static final ArchRule kernelDoesNotHashForSeeds =
      noClasses()
          .that()
          .resideInAnyPackage(KERNEL)
          .should()
          .callMethod(Object.class, "hashCode")
          .orShould()
          .callMethod(Objects.class, "hashCode", Object.class)
          .orShould()
          .callMethod(Objects.class, "hash", Object[].class)
          .orShould()
          .callMethod(System.class, "identityHashCode", Object.class)
          .because("seeds and shards come from CellRandom, which is specified to the bit");

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
