package io.datalchemy.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "at postgres://ana:p@ss/w?d@h:1/d now | at postgres://ana:***@h:1/d now",
        "jdbc:postgresql://h/d?user=u&password=x%26y&ssl=true"
            + " | jdbc:postgresql://h/d?user=u&password=***&ssl=true",
        "host=h password='it''s a \\' b' user=u | host=h password=*** user=u",
        "host=h password = abc user=u | host=h password = *** user=u",
        "sslpassword=abc&x=1 | sslpassword=***&x=1",
        "{\"password\":\"a\\\"b\",\"user\":\"u\"} | {\"password\":***,\"user\":\"u\"}",
        "PGPASSWORD=abc psql | PGPASSWORD=*** psql",
        "password authentication failed for user u | password authentication failed for user u"
      })
  void masksWhatLooksLikeACredential(String text, String redacted) {
    assertEquals(redacted, Redaction.redact(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"p@ss:w/or%d#1?x", "com espaco", "aspa'simples", "aspa\"dupla", "a\\b", "ção"})
  void masksKnownSecretsInEverySpelling(String secret) {
    ConnectionSettings settings =
        ConnectionSettings.postgres("h", 5432, "vendas", "ana", "x" + secret + "x");
    String marked = "x" + secret + "x";
    List<String> texts =
        List.of(
            marked,
            PercentCoding.encode(marked),
            marked.replace("'", "''"),
            marked.replace("\\", "\\\\").replace("\"", "\\\""));
    for (String text : texts) {
      assertEquals("driver says *** here", settings.redact("driver says " + text + " here"));
    }
  }

  @Test
  void masksTheKeysPassword() {
    ConnectionSettings settings =
        ConnectionSettings.parse("postgres://ana:abcd@h/d?sslpassword=chave99");
    assertEquals("bad *** or ***", settings.redact("bad chave99 or abcd"));
  }

  @Test
  void masksShortSecretsOnlyAsWords() {
    ConnectionSettings settings = ConnectionSettings.postgres("h", 5432, "d", "ana", "a");
    assertEquals("*** data '***' base", settings.redact("a data 'a' base"));
  }
}
