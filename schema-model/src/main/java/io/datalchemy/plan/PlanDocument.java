package io.datalchemy.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.datalchemy.json.Contract;
import io.datalchemy.json.ContractVersion;
import io.datalchemy.json.Json;
import io.datalchemy.json.JsonSchemas;
import io.datalchemy.problem.InvalidInputException;
import java.nio.file.Path;

/** {@code plan.json}: reads versions 0.2 and 0.3 as others write them, writes 0.3. */
public final class PlanDocument {
  private static final ContractVersion VERSION =
      new ContractVersion("plan_version", GenerationPlan.CURRENT_VERSION);

  private static final Contract CONTRACT = new Contract("plan", VERSION, JsonSchemas.plan());

  private static final JsonMapper WRITER =
      Json.mapper().rebuild().defaultPropertyInclusion(withoutAbsent()).build();

  private PlanDocument() {}

  /**
   * Reads a plan file.
   *
   * @throws InvalidInputException with every problem found, each with its JSON pointer
   */
  public static GenerationPlan read(Path file) {
    return read(CONTRACT.bytes(file));
  }

  /**
   * Reads a plan.
   *
   * @throws InvalidInputException with every problem found, each with its JSON pointer
   */
  public static GenerationPlan read(byte[] json) {
    return CONTRACT.read(json, GenerationPlan.class);
  }

  /** The plan as a file for people: indented, and without the fields that it leaves open. */
  public static byte[] write(GenerationPlan plan) {
    return Json.pretty(WRITER.valueToTree(plan));
  }

  /** A part of a plan on one line, as {@link #write} would have it. */
  public static String line(Object part) {
    return WRITER.valueToTree(part).toString();
  }

  private static JsonInclude.Value withoutAbsent() {
    return JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS);
  }
}
