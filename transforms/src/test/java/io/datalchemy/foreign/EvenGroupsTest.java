package io.datalchemy.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvenGroupsTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1, 7",
    "7, 1",
    "7, 7",
    "8, 7",
    "13, 7",
    "14, 7",
    "100, 7",
    "1000, 37",
    "1999, 1000",
    "20000, 1999",
    "5, 1000"
  })
  void parentsAndPlacesInvertEachOther(long children, long parents) {
    EvenGroups rows = new EvenGroups(99, children, parents, Long.MAX_VALUE);
    long previous = 0;
    for (long child = 0; child < children; child++) {
      long parent = rows.parentOf(child);
      assertTrue(parent >= previous && parent <= previous + 1, "parents skip at " + child);
      assertEquals(child, rows.firstChild(parent) + rows.ordinal(child));
      assertTrue(child < rows.firstChild(parent + 1));
      previous = parent;
    }
    assertEquals(Math.min(parents, children), rows.parentCount());
    assertEquals(rows.parentCount() - 1, previous, "the last parent has a child");
  }

  @Test
  void variesTheNumberOfChildren() {
    EvenGroups rows = new EvenGroups(1, 10_000, 1_000, Long.MAX_VALUE);
    long fewest = Long.MAX_VALUE;
    long most = 0;
    for (long parent = 0; parent < 1_000; parent++) {
      long count = rows.firstChild(parent + 1) - rows.firstChild(parent);
      fewest = Math.min(fewest, count);
      most = Math.max(most, count);
    }
    assertTrue(fewest >= 1 && fewest <= 4, "fewest children: " + fewest);
    assertTrue(most >= 16 && most <= 20, "most children: " + most);
  }

  @ParameterizedTest
  @CsvSource({"1000, 100, 10", "1000, 100, 12", "1000, 99, 11", "1000, 300, 4"})
  void keepsWithinTheBound(long children, long parents, long maxChildren) {
    EvenGroups rows = new EvenGroups(5, children, parents, maxChildren);
    for (long parent = 0; parent < parents; parent++) {
      long count = rows.firstChild(parent + 1) - rows.firstChild(parent);
      assertTrue(count >= 1 && count <= maxChildren, count + " children");
    }
  }

  @Test
  void findsParentsAmongBillions() {
    EvenGroups rows = new EvenGroups(5, 10_000_000_000L, 1_000_000_000L, Long.MAX_VALUE);
    for (long child = 0; child < 10_000_000_000L; child += 98_765_432_1L) {
      long parent = rows.parentOf(child);
      assertTrue(rows.firstChild(parent) <= child && child < rows.firstChild(parent + 1));
    }
  }
}
