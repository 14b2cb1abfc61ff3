package io.datalchemy.beam.keys;

/** How children learn their parents' values; the bytes are the same. */
public enum ForeignContextMode {
  /** Side inputs up to a size, computed beyond it. */
  AUTO,
  /** Always side inputs. */
  SIDE_INPUT,
  /** Never side inputs: every value is computed again from the parent's row number. */
  COMPUTED
}
