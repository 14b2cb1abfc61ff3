package io.datalchemy.schema;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.datalchemy", importOptions = ImportOption.DoNotIncludeTests.class)
class SchemaModelArchitectureTest {
  private static final String BEAM = "org.apache.beam..";
  private static final String[] JDBC = {"java.sql..", "javax.sql..", "org.postgresql.."};

  @ArchTest
  static final ArchRule doesNotKnowBeam =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BEAM)
          .because("schemas and plans are read and checked where no pipeline runs");

  @ArchTest
  static final ArchRule talksToDatabasesOnlyWhereSchemasAreFound =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.datalchemy.connect..", "io.datalchemy.introspect..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JDBC)
          .because("a schema, once found, is a document: deciding needs no database");

  @ArchTest
  static final ArchRule wordsStandBelowThoughts =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.datalchemy.problem..",
              "io.datalchemy.json..",
              "io.datalchemy.type..",
              "io.datalchemy.schema..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.datalchemy.catalogue..",
              "io.datalchemy.plan..",
              "io.datalchemy.resolve..",
              "io.datalchemy.introspect..")
          .because("what was found does not depend on what is asked or decided about it");

  @ArchTest
  static final ArchRule stagesOfTruthDoNotKnowLaterOnes =
      noClasses()
          .that()
          .resideInAPackage("io.datalchemy.plan..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.datalchemy.resolve..")
          .because("a plan has no derived field: what was decided is another document");

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
