package io.datalchemy.beam.element;

import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.values.KV;

/**
 * Elements that are keyed when they are made, so that grouping them takes no step of its own.
 *
 * <p>The Direct runner translates a ParDo twice for each bundle, DoFn and side inputs included: a
 * few milliseconds each, which is most of a small run's time. So stages have few of them.
 */
public final class Gathered {
  private static final int ONE_GROUP = 0;

  private Gathered() {}

  /** An element that is to be grouped with all others of its collection. */
  public static <T> KV<Integer, T> together(T element) {
    return KV.of(ONE_GROUP, element);
  }

  /** The coder of keyed records of that type. */
  public static <T> KvCoder<Integer, T> coder(Class<T> type) {
    return KvCoder.of(VarIntCoder.of(), JsonCoder.of(type));
  }
}
