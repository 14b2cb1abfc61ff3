package io.datalchemy.generator.entity;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;

/**
 * The input columns of a part and what each tells of the record. What a column does not tell, being
 * NULL or no such fact, is answered with 0. Immutable and thread-safe.
 */
final class Anchors {
  private static final int MAX_DIGITS = 18;

  private final List<Anchor> anchors;

  private Anchors(List<Anchor> anchors) {
    this.anchors = anchors;
  }

  /**
   * The anchors that a call names.
   *
   * @throws IllegalArgumentException if columns and parts do not match
   */
  static Anchors of(GeneratorRequest request) {
    List<String> columns = request.params().texts("input_columns");
    List<String> parts = request.params().texts("input_parts");
    if (columns.size() != parts.size()) {
      throw new IllegalArgumentException(
          "input_parts: must name the part of each of input_columns, "
              + columns.size()
              + ", named "
              + parts.size());
    }
    List<Anchor> anchors = new ArrayList<>();
    parts.forEach(part -> anchors.add(Anchor.named(part)));
    for (int k = 0; k < Math.min(request.inputTypes().size(), parts.size()); k++) {
      check(anchors.get(k), request.inputTypes().get(k), request.type());
    }
    return new Anchors(List.copyOf(anchors));
  }

  /** Before the inputs are known, they are taken to be of the column's own type. */
  private static void check(Anchor anchor, ValueType input, ValueType own) {
    if (!anchor.reads(input.family()) && !input.equals(own)) {
      throw new IllegalArgumentException(
          "input_columns: a column of " + input.name() + " cannot tell the part " + anchor.part());
    }
  }

  boolean isEmpty() {
    return anchors.isEmpty();
  }

  /** The column that tells the fact in the row, or null. */
  ColumnVector column(Anchor anchor, Cells cells, int i) {
    for (int k = 0; k < anchors.size(); k++) {
      ColumnVector input = cells.input(k);
      boolean isRead = anchors.get(k) == anchor && anchor.reads(input.type().family());
      if (isRead && !input.isNull(i)) {
        return input;
      }
    }
    return null;
  }

  /** The number that the column of the fact holds, its digits if it is text; -1 if it has none. */
  long number(Anchor anchor, Cells cells, int i) {
    ColumnVector column = column(anchor, cells, i);
    if (column == null) {
      return -1;
    }
    return column.type().family().isLong() ? column.longAt(i) : digits(column, i);
  }

  /** The day that the column of the fact holds, or {@code Long.MIN_VALUE}. */
  long day(Anchor anchor, Cells cells, int i) {
    ColumnVector column = column(anchor, cells, i);
    if (column == null) {
      return Long.MIN_VALUE;
    }
    return column.type().family() == TypeFamily.DATE
        ? column.longAt(i)
        : Math.floorDiv(column.longAt(i), Moments.MICROS_PER_DAY);
  }

  private static long digits(ColumnVector column, int i) {
    long number = -1;
    int count = 0;
    int end = column.start(i) + column.length(i);
    for (int at = column.start(i); at < end && count < MAX_DIGITS; at++) {
      int digit = column.heap()[at] - '0';
      if (digit >= 0 && digit <= 9) {
        number = Math.max(0, number) * 10 + digit;
        count++;
      }
    }
    return number;
  }
}
