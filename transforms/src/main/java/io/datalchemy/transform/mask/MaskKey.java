package io.datalchemy.transform.mask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The secret that masks are made with: never the plan's, so that a plan can be given away.
 *
 * <p>It is the text of the variable {@value #VARIABLE}, or of the file that {@value #FILE_VARIABLE}
 * names, without white space at its ends.
 */
public final class MaskKey {
  public static final String VARIABLE = "DATALCHEMY_MASK_KEY";
  public static final String FILE_VARIABLE = "DATALCHEMY_MASK_KEY_FILE";

  private MaskKey() {}

  /**
   * The secret; empty if there is none.
   *
   * @throws IllegalArgumentException if there are two, or the file cannot be read or is empty
   */
  public static Optional<String> find(Map<String, String> environment) {
    Optional<String> text = given(environment, VARIABLE);
    Optional<String> file = given(environment, FILE_VARIABLE);
    if (text.isPresent() && file.isPresent()) {
      throw new IllegalArgumentException(
          VARIABLE + ": must not be set together with " + FILE_VARIABLE + "; unset one of them");
    }
    return text.or(() -> file.map(MaskKey::read));
  }

  private static Optional<String> given(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static String read(String file) {
    try {
      String key = Files.readString(Path.of(file)).strip();
      if (key.isEmpty()) {
        throw new IllegalArgumentException(
            FILE_VARIABLE + ": must name a file with a key in it, " + file + " is empty");
      }
      return key;
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          FILE_VARIABLE + ": must name a file of UTF-8 text that can be read, was " + file, e);
    }
  }
}
