package io.datalchemy.transform;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.catalogue.TransformCall;
import io.datalchemy.type.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * What a generator must give so that its values still differ after some transforms.
 *
 * @param type the column's type, shorter by what the transforms add
 * @param caseInsensitive whether values must differ in more than case
 */
public record DistinctInput(ValueType type, boolean caseInsensitive) {
  private static final String PLACE = "{value}";

  /** 128 bits: no two of any number of rows that fits a disk have the same. */
  private static final int LEAST_HEX_DIGITS = 32;

  /** What is needed, or why no input would do. */
  public record Answer(Optional<DistinctInput> input, Optional<String> obstacle) {
    private static Answer of(DistinctInput input) {
      return new Answer(Optional.of(input), Optional.empty());
    }

    private static Answer no(String why) {
      return new Answer(Optional.empty(), Optional.of(why));
    }
  }

  /** What must go into the transforms, the first of which is applied first. */
  public static Answer of(List<TransformCall> transforms, ValueType type, boolean caseInsensitive) {
    DistinctInput needed = new DistinctInput(type, caseInsensitive);
    for (int i = transforms.size() - 1; i >= 0; i--) {
      Answer before = needed.before(transforms.get(i));
      if (before.input().isEmpty()) {
        return before;
      }
      needed = before.input().get();
    }
    return Answer.of(needed);
  }

  private Answer before(TransformCall call) {
    Parameters params = call.params();
    return switch (call.id()) {
      case "transform.null_rate" -> Answer.of(this);
      case "transform.casing" -> Answer.of(new DistinctInput(type, true));
      case "transform.prefix_suffix" ->
          shorter(
              call, chars(params.text("prefix").orElse("") + params.text("suffix").orElse("")), 1);
      case "transform.format" -> beforeFormat(call);
      case "transform.mask" -> beforeMask(call);
      default -> Answer.no(call.id() + " gives different values the same result");
    };
  }

  private Answer beforeFormat(TransformCall call) {
    Parameters params = call.params();
    String format = params.text("format").or(() -> params.text("template")).orElse("");
    int rest = chars(format.replace(PLACE, ""));
    int places = (chars(format) - rest) / chars(PLACE);
    return places == 0 ? Answer.no(call.id() + " drops the value") : shorter(call, rest, places);
  }

  private Answer beforeMask(TransformCall call) {
    String mode = call.params().text("mode").orElse("redact");
    if (mode.equals("hash")) {
      boolean isCut = room().filter(room -> room < LEAST_HEX_DIGITS).isPresent();
      return isCut
          ? Answer.no(
              "transform.mask with mode hash needs "
                  + LEAST_HEX_DIGITS
                  + " characters to keep values apart, the column has "
                  + room().get())
          : Answer.of(new DistinctInput(type, false));
    }
    if (mode.equals("format_preserving")) {
      return caseInsensitive
          ? Answer.no("transform.mask keeps values apart, but not without regard to case")
          : Answer.of(this);
    }
    return Answer.no("transform.mask with mode " + mode + " gives values the same result");
  }

  private Answer shorter(TransformCall call, int around, int places) {
    Optional<Integer> room = room();
    if (room.isEmpty()) {
      return Answer.of(this);
    }
    int left = (room.get() - around) / places;
    return left < 1
        ? Answer.no(call.id() + " leaves no room for the value in " + room.get() + " characters")
        : Answer.of(new DistinctInput(withLength(left), caseInsensitive));
  }

  /** The characters that the column holds, if it has a limit. */
  private Optional<Integer> room() {
    return switch (type.name()) {
      case "name" -> Optional.of(31);
      case "char" -> Optional.of(1);
      default -> type.maxLength();
    };
  }

  private ValueType withLength(int length) {
    return new ValueType(
        type.family(),
        List.of("name", "char").contains(type.name()) ? "varchar" : type.name(),
        Optional.of(length),
        type.precision(),
        type.scale(),
        type.labels(),
        type.element());
  }

  private static int chars(String text) {
    return text.codePointCount(0, text.length());
  }
}
