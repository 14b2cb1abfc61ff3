package io.datalchemy.foreign;

import io.datalchemy.random.CellRandom;
import io.datalchemy.resolve.ChildCounts;

/**
 * Children in order of their parents, in numbers that a distribution gives, parents without
 * children included.
 *
 * <p>Parents are taken in decks of {@link ChildCounts#DECK}, and every whole deck has the same
 * numbers of children but for their order, so that a deck's first child is a product. Its order is
 * one of a few shuffles, turned by an offset of its own; the sums along each shuffle are kept, and
 * so a place in a deck costs two look-ups, and a child a binary search, however many parents there
 * are. Where the children do not divide among the decks, some decks have one child more.
 */
final class DeckGroups implements GroupedRows {
  private static final int DECK = ChildCounts.DECK;
  private static final int SHUFFLES = 8;

  private final long key;
  private final long children;
  private final long parents;
  private final long wholeDecks;
  private final long childrenOfWhole;
  private final long least;
  private final long larger;
  private final long[][] sums;
  private final long[] restSums;

  DeckGroups(long key, long children, long parents, ChildCounts counts) {
    this.key = key;
    this.children = children;
    this.parents = parents;
    wholeDecks = parents / DECK;
    int restParents = (int) (parents % DECK);
    long rest = childrenOfRest(children, parents, counts);
    childrenOfWhole = children - rest;
    least = wholeDecks == 0 ? 0 : childrenOfWhole / wholeDecks;
    larger = wholeDecks == 0 ? 0 : childrenOfWhole % wholeDecks;
    sums = new long[2 * SHUFFLES][];
    for (int shuffle = 0; shuffle < sums.length && wholeDecks > 0; shuffle++) {
      boolean isLarger = shuffle >= SHUFFLES;
      if (!isLarger || larger > 0) {
        long[] deck = counts.deck(DECK, least + (isLarger ? 1 : 0));
        sums[shuffle] = sums(shuffled(deck, CellRandom.bits(key, -1 - shuffle)), 2);
      }
    }
    restSums = sums(shuffled(counts.deck(restParents, rest), CellRandom.bits(key, -1000)), 1);
  }

  /** The children of the parents beyond the whole decks: their own number, if all have theirs. */
  private static long childrenOfRest(long children, long parents, ChildCounts counts) {
    int restParents = (int) (parents % DECK);
    long whole = parents - restParents;
    if (children == counts.total(parents)) {
      return counts.total(restParents);
    }
    long share = Math.round((double) children / parents * restParents);
    long fewest = Math.max(counts.fewest(restParents), children - counts.most(whole));
    long most = Math.min(counts.most(restParents), children - counts.fewest(whole));
    return Math.max(fewest, Math.min(most, share));
  }

  @Override
  public long firstChild(long parent) {
    if (parent <= 0) {
      return 0;
    }
    if (parent >= parents) {
      return children;
    }
    long deck = parent / DECK;
    int place = (int) (parent % DECK);
    if (deck == wholeDecks) {
      return childrenOfWhole + restSums[place];
    }
    long[] along = sumsOf(deck);
    int start = offset(deck);
    return firstOfDeck(deck) + along[start + place] - along[start];
  }

  @Override
  public long parentOf(long child) {
    if (child >= childrenOfWhole) {
      return wholeDecks * DECK + last(restSums, 0, child - childrenOfWhole);
    }
    // A guess in floating point, at most a few off; the exact arithmetic below corrects it.
    long deck = Math.min(wholeDecks - 1, (long) ((double) child / childrenOfWhole * wholeDecks));
    while (firstOfDeck(deck) > child) {
      deck--;
    }
    while (firstOfDeck(deck + 1) <= child) {
      deck++;
    }
    long[] along = sumsOf(deck);
    int start = offset(deck);
    return deck * DECK + last(along, start, along[start] + child - firstOfDeck(deck)) - start;
  }

  private long firstOfDeck(long deck) {
    return deck * least + deck * larger / Math.max(1, wholeDecks);
  }

  private long[] sumsOf(long deck) {
    boolean isLarger = firstOfDeck(deck + 1) - firstOfDeck(deck) > least;
    int shuffle = (int) CellRandom.below(CellRandom.bits(key, deck), SHUFFLES);
    return sums[isLarger ? SHUFFLES + shuffle : shuffle];
  }

  private int offset(long deck) {
    return (int) CellRandom.below(CellRandom.more(CellRandom.bits(key, deck), 1), DECK);
  }

  /** The last place from {@code from} on whose sum is not above a value. */
  private static int last(long[] sums, int from, long value) {
    int low = from;
    int high = from == 0 ? sums.length - 1 : Math.min(sums.length - 1, from + DECK);
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (sums[middle] <= value) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static long[] shuffled(long[] deck, long key) {
    for (int i = deck.length - 1; i > 0; i--) {
      int other = (int) CellRandom.below(CellRandom.bits(key, i), i + 1L);
      long kept = deck[i];
      deck[i] = deck[other];
      deck[other] = kept;
    }
    return deck;
  }

  /** The sums before each place, for the numbers repeated so many times. */
  private static long[] sums(long[] numbers, int times) {
    long[] sums = new long[numbers.length * times + 1];
    for (int i = 0; i < sums.length - 1; i++) {
      sums[i + 1] = sums[i] + numbers[i % numbers.length];
    }
    return sums;
  }
}
