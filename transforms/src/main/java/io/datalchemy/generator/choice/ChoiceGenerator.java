package io.datalchemy.generator.choice;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.generator.scalar.Scalar;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One of a few constants: all alike, or by weight. */
public final class ChoiceGenerator implements ValueGenerator, ValueSpace {
  private final Scalar[] choices;
  private final Optional<Weights> weights;
  private final Scalar[] different;
  private final boolean caseInsensitive;

  private ChoiceGenerator(Scalar[] choices, Optional<Weights> weights, Scalar[] different) {
    this.choices = choices;
    this.weights = weights;
    this.different = different;
    caseInsensitive = different.length == oneCase(List.of(different)).length;
  }

  /**
   * One of these, read as values of the column's type.
   *
   * @param name the parameter that they come from, for the message
   * @param caseInsensitive whether values that differ in case only are numbered as one
   * @throws IllegalArgumentException if there are none or one is not of the type
   */
  public static ChoiceGenerator of(
      String name, List<String> texts, ValueType type, boolean caseInsensitive) {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(name + ": must have a value");
    }
    List<Scalar> parsed = new ArrayList<>();
    for (String text : texts) {
      parsed.add(parse(name, text, type));
    }
    Scalar[] different =
        caseInsensitive ? oneCase(parsed) : new LinkedHashSet<>(parsed).toArray(Scalar[]::new);
    return new ChoiceGenerator(parsed.toArray(Scalar[]::new), Optional.empty(), different);
  }

  /** The same, drawn by weight: one weight for each value. */
  public ChoiceGenerator weighted(List<Double> newWeights) {
    if (newWeights.size() != choices.length) {
      throw new IllegalArgumentException(
          "weights: must be as many as the values, "
              + choices.length
              + ", were "
              + newWeights.size());
    }
    return new ChoiceGenerator(choices, Optional.of(new Weights(newWeights)), different);
  }

  private static Scalar parse(String name, String text, ValueType type) {
    try {
      return Scalar.parse(type, text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static Scalar[] oneCase(List<Scalar> scalars) {
    Set<String> seen = new TreeSet<>();
    Set<Scalar> kept = new LinkedHashSet<>();
    for (Scalar scalar : scalars) {
      boolean isNew =
          !(scalar instanceof Scalar.OfText text) || seen.add(text.text().toLowerCase(Locale.ROOT));
      if (isNew) {
        kept.add(scalar);
      }
    }
    return kept.toArray(Scalar[]::new);
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      choices[draw(cells.bits(i))].write(out, i);
    }
  }

  /** Writes the value that those bits draw. */
  public void draw(long bits, ColumnVector out, int i) {
    choices[draw(bits)].write(out, i);
  }

  private int draw(long bits) {
    return weights.isPresent()
        ? weights.get().draw(bits)
        : (int) CellRandom.below(bits, choices.length);
  }

  @Override
  public Optional<ValueSpace> space() {
    return Optional.of(this);
  }

  @Override
  public long size() {
    return different.length;
  }

  @Override
  public boolean caseInsensitive() {
    return caseInsensitive;
  }

  @Override
  public void write(long index, ColumnVector out, int i) {
    different[(int) index].write(out, i);
  }
}
