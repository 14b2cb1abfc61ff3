package io.datalchemy.propose.directive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.datalchemy.catalogue.Parameters;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectiveReaderTest {
  @Test
  void readsEveryPartAmongOtherWords() throws InvalidDirectiveException {
    String comment =
        "The tax number.\n  @datalchemy {\"formatted\": true,\n \"style\": \"a} b\"}"
            + " generator=semantic.br.cpf locale=pt_BR null_rate=0.25\nNever changes = never.";

    assertEquals(
        Optional.of(
            new Directive(
                Optional.of("semantic.br.cpf"),
                Optional.of("pt_BR"),
                Optional.of(
                    Parameters.none()
                        .with("formatted", com.fasterxml.jackson.databind.node.BooleanNode.TRUE)
                        .with("style", "a} b")),
                Optional.of(new BigDecimal("0.25")))),
        DirectiveReader.read(comment));
  }

  @Test
  void readsALoneNullRateAndLoneParameters() throws InvalidDirectiveException {
    assertEquals(
        Optional.of(BigDecimal.ONE),
        DirectiveReader.read("@datalchemy null_rate=1").orElseThrow().nullRate());
    assertEquals(
        Optional.of(Parameters.none().with("min", 1)),
        DirectiveReader.read("ç😀 @datalchemy{} @datalchemy {\"min\":1}").orElseThrow().params());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "team@datalchemy generator=x",
        "@datalchemy.io",
        "see @Datalchemy",
        "@datalchemy: generator=x"
      })
  void leavesOtherCommentsAlone(String comment) throws InvalidDirectiveException {
    assertEquals(Optional.empty(), DirectiveReader.read(comment));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@datalchemy | says nothing",
        "@datalchemy semantic.br.cpf | must be key=value, was 'semantic.br.cpf'",
        "@datalchemy generator= | must be key=value, was 'generator='",
        "@datalchemy =x | must be key=value, was '=x'",
        "@datalchemy genrator=x | unknown key 'genrator'",
        "@datalchemy generator=x generator=y | generator: must be given once, is there again",
        "@datalchemy {} {} | parameters: must be given once, are there again",
        "@datalchemy {\"a\": | parameters: must be a JSON object",
        "@datalchemy {a: 1} | parameters: must be a JSON object",
        "@datalchemy null_rate=2 | null_rate: must be within 0 and 1, was '2'",
        "@datalchemy null_rate=10% | null_rate: must be within 0 and 1, was '10%'",
        "@datalchemy null_rate=-0.1 | null_rate: must be within 0 and 1, was '-0.1'",
        "@datalchemy generator=x @datalchemy generator=y | must be key=value, was '@datalchemy'",
      })
  void saysWhatIsWrong(String comment, String message) {
    var wrong = assertThrows(InvalidDirectiveException.class, () -> DirectiveReader.read(comment));
    assertEquals(message, wrong.getMessage());
  }

  @Test
  void refusesASecondOneOnAnotherLine() {
    assertEquals(
        "must be given once, is there again",
        assertThrows(
                InvalidDirectiveException.class,
                () -> DirectiveReader.read("@datalchemy generator=x\n@datalchemy generator=y"))
            .getMessage());
  }
}
