package io.datalchemy.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.type.ValueType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bytes of every faker id that is no other name of ours. They change with the library's lists:
 * an id of which they do is to get the next output version.
 */
class FakerWordsTest {
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "io", "datalchemy", "registry", "faker_digests.txt");
  private static final int ROWS = 1000;
  private static final Generators GENERATORS = Generators.builtIn();

  @Test
  void everyIdKeepsItsBytesWhileItKeepsItsVersion() throws IOException {
    List<String> lines = new ArrayList<>();
    for (GeneratorDeclaration declaration : fakers()) {
      for (String locale : List.of("en_US", "pt_BR")) {
        lines.add(
            declaration.id()
                + " "
                + declaration.outputVersion()
                + " "
                + locale
                + " "
                + digest(declaration, locale));
      }
    }
    String digests = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, digests);
    }
    assertEquals(Files.readString(GOLDEN), digests);
  }

  private static List<GeneratorDeclaration> fakers() {
    return GENERATORS.generators().stream()
        .filter(declaration -> declaration.id().startsWith("faker."))
        .filter(declaration -> !declaration.summary().contains("another name of"))
        .toList();
  }

  private static String digest(GeneratorDeclaration declaration, String locale) {
    ValueType type = SampleCalls.type(declaration);
    try {
      byte[] bytes =
          String.join("\n", texts(declaration.id(), locale, type)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(String id, String locale, ValueType type) {
    ValueGenerator generator =
        GENERATORS.create(
            new GeneratorCall(id, Optional.of(locale), Parameters.none()), type, List.of(), false);
    return Filled.texts(Filled.column(generator, type, ROWS, List.of()), ROWS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "faker.address.raw.CountryName",
        "faker.address.raw.StreetSuffix",
        "faker.address.raw.TimeZone",
        "faker.color.raw.Color",
        "faker.company.raw.CatchPhrase",
        "faker.company.raw.Industry",
        "faker.currency.raw.CurrencyName",
        "faker.job.raw.Title",
        "faker.name.raw.Title",
      })
  void wordsAreOfTheLocale(String id) {
    TreeSet<String> english = new TreeSet<>(texts(id, "en_US", ValueType.text()));
    TreeSet<String> portuguese = new TreeSet<>(texts(id, "pt_BR", ValueType.text()));
    long common = portuguese.stream().filter(english::contains).count();
    assertTrue(common * 2 < portuguese.size(), common + " of " + portuguese);
  }

  @Test
  void titlesGoWithNames() {
    List<String> names = texts("faker.name.raw.NameWithTitle", "pt_BR", ValueType.text());
    assertTrue(names.stream().anyMatch(name -> name.startsWith("Sra. Maria ")), names::toString);
    assertTrue(names.stream().noneMatch(name -> name.startsWith("Sr. Maria ")), names::toString);
  }

  @Test
  void noWordIsATemplateOfTheLibrary() {
    for (GeneratorDeclaration declaration : fakers()) {
      boolean isMarked = declaration.id().matches(".*(Password|markdown).*");
      for (String locale : List.of("en_US", "pt_BR")) {
        ValueType type = SampleCalls.type(declaration);
        texts(declaration.id(), locale, type)
            .forEach(
                text ->
                    assertTrue(
                        isMarked || !text.matches("(?s).*(#\\{|##|\\?\\?).*"),
                        () -> declaration.id() + ": " + text));
      }
    }
  }
}
