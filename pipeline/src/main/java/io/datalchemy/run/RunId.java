package io.datalchemy.run;

import java.util.UUID;

/** Ids that tell one run, or what it leaves behind, from all others; no output depends on them. */
public final class RunId {
  private RunId() {}

  /** Twelve random hexadecimal digits. */
  public static String fresh() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }
}
