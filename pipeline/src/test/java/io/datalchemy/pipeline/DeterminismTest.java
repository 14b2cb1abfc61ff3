package io.datalchemy.pipeline;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileReader;
import java.io.FileWriter;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.BaseStream;

/** What could make two runs of one plan differ is called nowhere in any module. */
@AnalyzeClasses(packages = "io.datalchemy", importOptions = ImportOption.DoNotIncludeTests.class)
class DeterminismTest {
  @ArchTest
  static final ArchRule noRandomnessButTheSeeds =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(SplittableRandom.class)
          .orShould()
          .callMethod(ThreadLocalRandom.class, "current")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(StrictMath.class, "random")
          .because("every value is a function of seed, names and row");

  @ArchTest
  static final ArchRule noRandomIdsButThoseOfRuns =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.datalchemy.run..")
          .and()
          .doNotHaveFullyQualifiedName("io.datalchemy.beam.shard.WriteShards$WriteShardFn")
          .should()
          .callMethod(UUID.class, "randomUUID")
          .because("only runs, and attempts at a file of one, must differ from each other");

  @ArchTest
  static final ArchRule noClocks =
      noClasses()
          .should()
          .callMethodWhere(
              target(name("now"))
                  .and(target(owner(resideInAnyPackage("java.time..", "org.joda.time..")))))
          .orShould()
          .callMethodWhere(target(owner(assignableTo(java.time.Clock.class))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .because("dates come from the plan's as_of; run metadata has its InstantSource");

  @ArchTest
  static final ArchRule noClockAtAllBelowThePipelines =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.datalchemy.beam..",
              "io.datalchemy.row..",
              "io.datalchemy.foreign..",
              "io.datalchemy.generator..",
              "io.datalchemy.transform..",
              "io.datalchemy.csv..",
              "io.datalchemy.resolve..",
              "io.datalchemy.resolution..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(java.time.InstantSource.class)
          .because("what is decided and generated has no run metadata in it");

  @ArchTest
  static final ArchRule noDefaultsOfTheMachine =
      noClasses()
          .should()
          .callMethod(Locale.class, "getDefault")
          .orShould()
          .callMethod(TimeZone.class, "getDefault")
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(Charset.class, "defaultCharset")
          .orShould()
          .callMethod(System.class, "lineSeparator")
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callMethod(String.class, "getBytes")
          .orShould()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callConstructor(String.class, byte[].class)
          .orShould()
          .callConstructor(FileReader.class, String.class)
          .orShould()
          .callConstructor(FileWriter.class, String.class)
          .because("the same plan gives the same bytes in any locale, zone and charset");

  @ArchTest
  static final ArchRule noParallelStreams =
      noClasses()
          .should()
          .callMethodWhere(
              target(name("parallelStream"))
                  .and(target(owner(assignableTo(Collection.class))))
                  .and(target(rawParameterTypes(new Class<?>[0]))))
          .orShould()
          .callMethodWhere(
              target(name("parallel")).and(target(owner(assignableTo(BaseStream.class)))))
          .because("a run has as many threads as it was given, and results come in order");
}
