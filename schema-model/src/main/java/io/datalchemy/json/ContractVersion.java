package io.datalchemy.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.problem.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version rule of our documents: any 0.x up to the newest that this build knows.
 *
 * @param field the document's field that holds it
 * @param newest the newest version, {@code 0.3}
 */
public record ContractVersion(String field, String newest) {
  private static final Pattern FORM = Pattern.compile("0\\.(0|[1-9][0-9]{0,3})(\\.[0-9]{1,9})?");

  /** Whether this build reads documents of that version. */
  public boolean reads(String version) {
    Matcher form = FORM.matcher(version);
    return form.matches() && Integer.parseInt(form.group(1)) <= minor(newest);
  }

  /**
   * What is wrong with a document's version; nothing if it has none, which is no matter of ours.
   */
  Optional<Problem> problem(JsonNode document) {
    JsonNode version = document.path(field);
    if (!version.isTextual() || reads(version.textValue())) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.error(
                "schema_validation_error",
                "/" + field,
                field
                    + ": must be 0.x, at most "
                    + newest
                    + ", was '"
                    + version.textValue()
                    + "', which this build has no JSON Schema for")
            .withHint("use a newer Datalchemy, or write the document as version " + newest));
  }

  private static int minor(String version) {
    Matcher form = FORM.matcher(version);
    if (!form.matches()) {
      throw new IllegalArgumentException("version: must be 0.x, was '" + version + "'");
    }
    return Integer.parseInt(form.group(1));
  }
}
