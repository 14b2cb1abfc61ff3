package io.datalchemy.postgres;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/**
 * A script of which older servers get less: a line that ends in {@code -- since 15} is for servers
 * from PostgreSQL 15 on, and where it stands alone on the first line, so is the whole script.
 */
public final class VersionedScript {
  private static final Pattern SINCE = Pattern.compile("-- since (\\d+)$");

  private VersionedScript() {}

  /**
   * What a server of a version gets.
   *
   * @throws TestAbortedException if it is too old for all of it
   */
  public static String forVersion(String script, int majorVersion) {
    String firstLine = script.lines().findFirst().orElse("");
    if (firstLine.startsWith("-- since") && since(firstLine) > majorVersion) {
      throw new TestAbortedException(
          "the script needs PostgreSQL " + since(firstLine) + ", this is " + majorVersion);
    }
    return script
        .lines()
        .filter(line -> since(line) <= majorVersion)
        .collect(Collectors.joining("\n"));
  }

  private static int since(String line) {
    Matcher marker = SINCE.matcher(line);
    return marker.find() ? Integer.parseInt(marker.group(1)) : 0;
  }
}
