package io.datalchemy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.schema.TableId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExistingTargetTest {
  private static GenerationPlan read(String target) {
    String plan =
        """
        {"plan_version": "0.3", "seed": 1,
         "schema_ref": {"schema_version": "0.3", "engine": "postgres"},
         "targets": [%s], "rules": []}
        """
            .formatted(target);
    return PlanDocument.read(plan.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTargetWhoseRowsStayHasNoRowsAndIsWrittenWithoutThem() {
    GenerationPlan plan = read("{\"schema\": \"s\", \"table\": \"t\", \"mode\": \"existing\"}");
    assertEquals(List.of(new TableId("s", "t")), plan.existingTables());
    String written = new String(PlanDocument.write(plan), StandardCharsets.UTF_8);
    assertTrue(written.contains("\"mode\" : \"existing\""), written);
    assertFalse(written.contains("\"rows\""), written);
    assertEquals(plan, PlanDocument.read(written.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anyOtherTargetMustSayHowManyRows() {
    assertEquals(
        "error /targets/0: targets[0]: must have the field 'rows' [schema_violation]",
        refusal("{\"schema\": \"s\", \"table\": \"t\"}"));
  }

  @Test
  void noOtherModeIsKnown() {
    assertTrue(
        refusal("{\"schema\": \"s\", \"table\": \"t\", \"mode\": \"keep\"}")
            .startsWith("error /targets/0/mode: targets[0].mode: must be one of"));
  }

  private static String refusal(String target) {
    return assertThrows(InvalidInputException.class, () -> read(target)).getMessage();
  }
}
