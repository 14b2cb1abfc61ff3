package io.datalchemy.row;

import io.datalchemy.random.CellRandom;
import java.util.Arrays;
import java.util.List;

/** Shapes to choose from, each in proportion to its weight. */
final class WeightedShapes {
  private final List<CompiledShape> shapes;
  private final double[] upTo;

  WeightedShapes(List<CompiledShape> shapes) {
    this.shapes = List.copyOf(shapes);
    double total = shapes.stream().mapToDouble(CompiledShape::weight).sum();
    upTo = new double[shapes.size()];
    double sum = 0;
    for (int s = 0; s < upTo.length; s++) {
      sum += shapes.get(s).weight() / total;
      upTo[s] = sum;
    }
  }

  int size() {
    return shapes.size();
  }

  CompiledShape shape(int s) {
    return shapes.get(s);
  }

  /** The index of the shape that the bits choose. */
  int choose(long bits) {
    if (upTo.length == 1) {
      return 0;
    }
    int found = Arrays.binarySearch(upTo, CellRandom.unit(bits));
    return Math.min(found >= 0 ? found + 1 : -found - 1, upTo.length - 1);
  }
}
