package io.datalchemy.resolution.record;

import io.datalchemy.catalogue.GeneratorCall;
import java.util.Set;

/** The parts of a record that have a number behind a name, which tells rows apart. */
public final class RecordMail {
  /** What the number is written to. */
  public static final int RADIX = 10;

  private static final Set<String> PARTS = Set.of("email", "username", "url");

  private RecordMail() {}

  /** Whether a call makes such a part. */
  public static boolean isMadeBy(GeneratorCall call) {
    return RecordPart.of(call).filter(part -> PARTS.contains(part.part())).isPresent();
  }
}
