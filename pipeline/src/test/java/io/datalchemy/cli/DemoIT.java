package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.run.Manifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int demo(String... arguments) {
    List<String> all = new ArrayList<>(List.of("demo", "--dir", folder.toString()));
    all.addAll(List.of(arguments));
    return Datalchemy.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  /** The summary, a name and a value on each line. */
  private Map<String, String> summary() {
    return out.toString()
        .lines()
        .map(line -> line.split(" {2,}", 2))
        .collect(Collectors.toMap(words -> words[0], words -> words[1]));
  }

  private static List<String> digests(Path run) {
    return Manifest.read(run).tables().stream().map(t -> t.id() + " " + t.sha256()).toList();
  }

  @Test
  void endsWithFilesThatAServerAccepted() throws IOException {
    assertEquals(0, demo("--rows", "20"), err::toString);
    Map<String, String> summary = summary();
    assertEquals("0", summary.get("constraint violations"));
    assertEquals("24", summary.get("tables"));
    assertEquals("1380", summary.get("rows"));
    Path run = Path.of(summary.get("files"));
    assertEquals(1380, Manifest.read(run).rows());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          List.of("out", "runs"), left.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void givesTheSameBytesForTheSameSeedAndOthersForAnother() {
    assertEquals(0, demo("--rows", "3", "--seed", "5"), err::toString);
    List<String> first = digests(Path.of(summary().get("files")));
    out.getBuffer().setLength(0);
    assertEquals(0, demo("--rows", "3", "--seed", "5"), err::toString);
    assertEquals(first, digests(Path.of(summary().get("files"))));
    out.getBuffer().setLength(0);
    assertEquals(0, demo("--rows", "3", "--seed", "6"), err::toString);
    List<String> other = digests(Path.of(summary().get("files")));
    assertTrue(other.stream().filter(first::contains).count() < first.size() / 2, other::toString);
  }

  @Test
  void keepsAServerThatHoldsTheRows() throws SQLException {
    assertEquals(0, demo("--rows", "2", "--keep"), err::toString);
    Map<String, String> summary = summary();
    long processId = Long.parseLong(summary.get("stop").replace("kill -INT ", ""));
    ProcessHandle server = ProcessHandle.of(processId).orElseThrow();
    try (Connection connection =
            ConnectionSettings.parse(summary.get("connect").replace("psql ", "")).open();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM rh.funcionario")) {
      count.next();
      assertEquals(2, count.getInt(1));
    } finally {
      server.destroy();
      server.onExit().join();
    }
  }
}
