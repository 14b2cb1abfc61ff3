package io.datalchemy.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final Words WORDS = Words.load();

  @ParameterizedTest
  @CsvSource({
    "dt_nascimento, data nascimento",
    "DT_NASC, data nascimento",
    "dtNasc, data nascimento",
    "DataDeNascimento, data nascimento",
    "datanascimento, data nascimento",
    "birthDate, nascimento data",
    "DTNASC, data nascimento",
    "endereço_de_entrega, endereco entrega",
    "Descrição, descricao",
    "CPF_CNPJ, cpf cnpj",
    "clientes, cliente",
    "vendedores, vendedor",
    "telefone2, telefone",
    "address_line_1, endereco",
    "no_pessoa, nome pessoa",
    "e-mail, email",
    "HTTPStatus, http status",
    "Notas Fiscais, nota fiscais",
    "created_at, criado",
    "criado_em, criado",
    "xyzzy, xyzzy",
  })
  void readsNamesInItsOwnTerms(String name, String words) {
    assertEquals(List.of(words.split(" ", -1)), WORDS.of(name));
  }

  @Test
  void readsNothingInANameWithoutLetters() {
    assertEquals(List.of(), WORDS.of("_1"));
    assertEquals(List.of(), WORDS.of(""));
  }

  @Test
  void findsPhrasesWhereTheyMustStand() {
    List<String> name = List.of("data", "nascimento", "cliente");

    assertTrue(Phrase.parse("nascimento", WORDS).isIn(name));
    assertTrue(Phrase.parse("nascimento @person", WORDS).isIn(name));
    assertTrue(Phrase.parse("^data", WORDS).isIn(name));
    assertTrue(Phrase.parse("cliente$", WORDS).isIn(name));
    assertTrue(Phrase.parse("=data nascimento cliente", WORDS).isIn(name));
    assertFalse(Phrase.parse("^nascimento", WORDS).isIn(name));
    assertFalse(Phrase.parse("nascimento$", WORDS).isIn(name));
    assertFalse(Phrase.parse("=data nascimento", WORDS).isIn(name));
    assertFalse(Phrase.parse("data cliente", WORDS).isIn(name));
  }

  @ParameterizedTest
  @CsvSource({
    "preco, CHECK (preco > 0::numeric), true",
    "preco, CHECK (preco_promocional > 0::numeric), false",
    "valorTotal, 'CHECK (\"valorTotal\" > 0)', true",
    "preco, 'CHECK ((preco)::text <> '''')', true",
    "a$b, CHECK (a$b > 0), true",
    "a, CHECK (a$b > 0), false",
    "ção, CHECK (ção > 0), true",
    "o, CHECK (ção > 0), false",
  })
  void findsColumnsInSqlAsWholeWords(String column, String sql, boolean mentions) {
    assertEquals(mentions, SqlText.mentions(sql, column));
  }
}
