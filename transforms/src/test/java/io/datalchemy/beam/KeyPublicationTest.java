package io.datalchemy.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.beam.keys.ForeignContextMode;
import io.datalchemy.beam.keys.KeyPublication;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.schema.TableId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyPublicationTest {
  @Test
  void publishesEveryParentWithinTheLimits() {
    assertEquals(
        Map.of(
            SampleRun.REGION, Set.of(),
            SampleRun.CUSTOMER, Set.of(SampleRun.REGION),
            SampleRun.ORDER, Set.of()),
        published(SampleRun.plan(10, 100, 1000), ForeignContextMode.AUTO));
  }

  @Test
  void computesParentsBeyondTheTableLimit() {
    // Orders export one number, 9 bytes with its tag; customers a number and 20 characters, 31.
    long mostOrders = KeyPublication.MAX_TABLE_BYTES / 9;
    assertEquals(
        Set.of(SampleRun.REGION, SampleRun.CUSTOMER, SampleRun.ORDER),
        published(SampleRun.plan(10, 100, mostOrders), ForeignContextMode.AUTO).keySet());
    assertEquals(
        Set.of(SampleRun.REGION, SampleRun.CUSTOMER),
        published(SampleRun.plan(10, 100, mostOrders + 1), ForeignContextMode.AUTO).keySet());
  }

  @Test
  void computesParentsBeyondTheRunLimit() {
    long regions = KeyPublication.MAX_TABLE_BYTES / 31;
    long customers = KeyPublication.MAX_TABLE_BYTES / 31;
    assertEquals(
        Set.of(SampleRun.REGION, SampleRun.CUSTOMER),
        published(SampleRun.plan(regions, customers, 1_000_000), ForeignContextMode.AUTO).keySet());
  }

  @Test
  void publishesAllOrNothingWhenAsked() {
    ResolvedPlan huge = SampleRun.plan(10, 100, Long.MAX_VALUE / 4);
    assertEquals(
        Set.of(SampleRun.REGION, SampleRun.CUSTOMER, SampleRun.ORDER),
        published(huge, ForeignContextMode.SIDE_INPUT).keySet());
    assertEquals(Map.of(), published(SampleRun.plan(1, 1, 1), ForeignContextMode.COMPUTED));
  }

  private static Map<TableId, Set<TableId>> published(ResolvedPlan plan, ForeignContextMode mode) {
    return KeyPublication.of(TablePrograms.compile(plan, Generators.builtIn()), mode).parents();
  }
}
