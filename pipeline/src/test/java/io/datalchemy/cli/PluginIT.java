package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.json.SchemaDocument;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plugin of the documentation: compiled, packed, put on the class path of a process of its own.
 */
class PluginIT {
  private static final Path EXAMPLE = Path.of("..", "docs", "example-plugin", "src");
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  private static final int ROWS = 2000;
  private static final String PLAN =
      """
      {"plan_version": "0.3", "seed": 7,
       "schema_ref": {"schema_version": "0.3", "engine": "postgres"},
       "targets": [{"schema": "public", "table": "pedido", "rows": %d}],
       "rules": [
         {"type": "column_generator", "schema": "public", "table": "pedido", "column": "numero",
          "generator": {"id": "acme.order_number", "params": {"branch": "RJ"}}},
         {"type": "column_generator", "schema": "public", "table": "pedido", "column": "pontos",
          "generator": "acme.loyalty_points"}],
       "rules_unsupported": []}
      """;

  @TempDir private static Path shared;
  private static Path jar;

  @TempDir private Path folder;

  @BeforeAll
  static void packExample() throws IOException {
    Path classes = Files.createDirectories(shared.resolve("classes"));
    String source = EXAMPLE.resolve("com/acme/AcmeGenerators.java").toString();
    int errors =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", CLASS_PATH, "-d", classes.toString(), source);
    assertEquals(0, errors);
    jar = packed(shared.resolve("acme.jar"), classes, EXAMPLE.resolve("META-INF"));
  }

  private static Path packed(Path file, Path classes, Path metadata) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream entries = new JarOutputStream(out)) {
      add(classes, classes, entries);
      add(metadata.getParent(), metadata, entries);
    }
    return file;
  }

  private static void add(Path root, Path from, JarOutputStream entries) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new JarEntry(root.relativize(file).toString()));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }

  /** What a process said, and how it ended. */
  private record Ended(int code, String out, String err) {}

  private Ended run(String plugins, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                CLASS_PATH + java.io.File.pathSeparator + plugins,
                Datalchemy.class.getName()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  @Test
  void itsGeneratorsAreInTheCatalogue() throws Exception {
    Ended ended = run(jar.toString(), "generators", "--search", "acme");
    String expected =
        """
        acme.loyalty_points  Points, in steps of fifty
            fills: integer
            max (integer, from 0 to 30000, default 10000): The most points
            for example: \\d+
        acme.order_number    Acme's order numbers
            fills: text
            branch \\(text, default SP\\): What stands before the number
            for example: SP-[WS]-\\d{8}
        """
            .replace("max (integer, from 0 to 30000, default 10000)", "max \\(.*\\)");
    assertEquals("", ended.err());
    assertTrue(ended.out().matches(expected), ended.out());
  }

  @Test
  void itsGeneratorsFillColumnsUniqueOnesToo() throws Exception {
    String ddl = "CREATE TABLE pedido (numero varchar(20) PRIMARY KEY, pontos int NOT NULL)";
    Path schema = folder.resolve("schema.json");
    Files.write(schema, SchemaDocument.write(TestServer.schema(TestServer.database(ddl))));
    Path plan = Files.writeString(folder.resolve("plan.json"), PLAN.formatted(ROWS));
    String[] generate = {
      "generate",
      "--plan",
      plan.toString(),
      "--schema",
      schema.toString(),
      "--out",
      folder.resolve("copies").toString()
    };
    Ended ended = run(jar.toString(), generate);
    assertEquals(0, ended.code(), ended.err());
    Path file = Path.of(ended.out().strip()).resolve("public.pedido.csv");
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    assertEquals(ROWS + 1, lines.size());
    lines.remove(0);
    lines.forEach(line -> assertTrue(line.matches("RJ-[WS]-\\d{8},\\d*[05]0|.*,0"), line));
    assertEquals(
        ROWS,
        new TreeSet<>(lines.stream().map(l -> l.substring(0, l.indexOf(','))).toList()).size());
  }

  @Test
  void refusesAnIdOfTwoPluginsNamingBoth() throws Exception {
    Path source = Files.createDirectories(folder.resolve("src/com/rival"));
    String text = Files.readString(EXAMPLE.resolve("com/acme/AcmeGenerators.java"));
    Path rival = source.resolve("RivalGenerators.java");
    Files.writeString(
        rival,
        text.replace("package com.acme", "package com.rival")
            .replace("AcmeGenerators", "RivalGenerators"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-cp", CLASS_PATH, "-d", classes.toString(), rival.toString());
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("io.datalchemy.generator.GeneratorFactory$GeneratorProvider"),
        "com.rival.RivalGenerators\n");
    Path other = packed(folder.resolve("rival.jar"), classes, folder.resolve("META-INF"));
    Ended ended = run(jar + java.io.File.pathSeparator + other, "generators");
    assertEquals(2, ended.code());
    assertEquals("", ended.out());
    String message =
        "error: generator '%s': must be declared once, is by com.acme.AcmeGenerators of %s and by"
            + " com.rival.RivalGenerators of %s [duplicate_generator_id]; give one of them another"
            + " id, or take its jar off the class path%n";
    assertEquals(
        message.formatted("acme.order_number", jar, other)
            + message.formatted("acme.loyalty_points", jar, other),
        ended.err());
  }

  @Test
  void tellsOfAPluginThatCannotBeMade() throws Exception {
    Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
    Files.writeString(
        services.resolve("io.datalchemy.generator.GeneratorFactory$GeneratorProvider"),
        "com.gone.Generators\n");
    Ended ended = run(folder.resolve("classes").toString(), "generators");
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("com.gone.Generators"), ended.err());
    assertTrue(ended.err().contains("[unusable_plugin]"), ended.err());
  }
}
