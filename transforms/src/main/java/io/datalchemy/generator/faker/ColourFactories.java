package io.datalchemy.generator.faker;

import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import java.util.List;

/** Colours, by name and as style sheets write them. */
final class ColourFactories {
  private static final Digits CHANNEL = new Digits(0, 255, 1);
  private static final Digits DEGREES = new Digits(0, 359, 1);
  private static final Digits PERCENT = new Digits(0, 100, 1);
  private static final Piece RGB = Sequence.of(CHANNEL, ", ", CHANNEL, ", ", CHANNEL);
  private static final Piece HSL = Sequence.of(DEGREES, ", ", PERCENT, "%, ", PERCENT, "%");
  private static final Piece ALPHA = Sequence.of(", 0.", Digits.fixed(2), ")");

  private ColourFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        TextFactory.words(TextFactory.declare("color", "Color", "Colours by name"), "color.name"),
        written("RgbColor", "Colours by red, green and blue", Sequence.of("rgb(", RGB, ")")),
        written(
            "RgbaColor", "Colours by red, green, blue and alpha", Sequence.of("rgba(", RGB, ALPHA)),
        written(
            "HslColor", "Colours by hue, saturation and lightness", Sequence.of("hsl(", HSL, ")")),
        written(
            "HslaColor",
            "Colours by hue, saturation, lightness and alpha",
            Sequence.of("hsla(", HSL, ALPHA)));
  }

  private static GeneratorFactory written(String name, String summary, Piece piece) {
    return TextFactory.of(TextFactory.declare("color", name, summary), locale -> piece);
  }
}
