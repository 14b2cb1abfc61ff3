package io.datalchemy.diff;

import java.util.Objects;
import java.util.Optional;

/**
 * One difference between two schemas.
 *
 * @param aspect the field of schema.json that changed; none where the whole came or went
 * @param from what it was, as text; none where there was nothing
 * @param to what it is
 * @param sentence the same for people
 */
public record Change(
    Action action,
    Subject subject,
    Optional<String> aspect,
    Optional<String> from,
    Optional<String> to,
    String sentence) {

  /** What happened; a rename is one removed and one added. */
  public enum Action {
    ADDED,
    REMOVED,
    CHANGED
  }

  public Change {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(aspect, "aspect");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(sentence, "sentence");
  }

  static Change added(Subject subject, String summary) {
    return new Change(
        Action.ADDED,
        subject,
        Optional.empty(),
        Optional.empty(),
        Optional.of(summary).filter(text -> !text.isEmpty()),
        subject + ": added" + (summary.isEmpty() ? "" : ", " + summary));
  }

  static Change removed(Subject subject, String summary) {
    return new Change(
        Action.REMOVED,
        subject,
        Optional.empty(),
        Optional.of(summary).filter(text -> !text.isEmpty()),
        Optional.empty(),
        subject + ": removed" + (summary.isEmpty() ? "" : ", " + summary));
  }

  static Change changed(Subject subject, Aspect aspect) {
    return new Change(
        Action.CHANGED,
        subject,
        Optional.of(aspect.name()),
        aspect.from(),
        aspect.to(),
        subject + ": " + aspect.words());
  }
}
