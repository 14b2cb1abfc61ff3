package io.datalchemy.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class VersionedScriptTest {
  private static final String SCRIPT =
      """
      CREATE TABLE t (
        a integer,
        b int4multirange, -- since 14
        c text -- since the beginning
      );
      """;

  @Test
  void leavesOutWhatTheServerIsTooOldFor() {
    assertEquals(
        "CREATE TABLE t (\n  a integer,\n  c text -- since the beginning\n);",
        VersionedScript.forVersion(SCRIPT, 13));
    assertEquals(SCRIPT.strip(), VersionedScript.forVersion(SCRIPT, 14));
  }

  @Test
  void skipsAScriptThatIsForNewerServersAsAWhole() {
    TestAbortedException skipped =
        assertThrows(
            TestAbortedException.class,
            () -> VersionedScript.forVersion("-- since 15\nSELECT 1", 14));
    assertEquals("the script needs PostgreSQL 15, this is 14", skipped.getMessage());
    assertEquals("-- since 15\nSELECT 1", VersionedScript.forVersion("-- since 15\nSELECT 1", 15));
  }
}
