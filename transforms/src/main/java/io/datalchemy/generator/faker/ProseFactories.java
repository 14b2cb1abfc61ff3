package io.datalchemy.generator.faker;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import java.util.List;
import java.util.function.Function;

/** Filler texts, plain and with the marks of Markdown. */
final class ProseFactories {
  private static final int MOST = 30;
  private static final Count WORDS = new Count("words", 4, 10);
  private static final Count SENTENCES = new Count("sentences", 2, 5);
  private static final Count PARAGRAPHS = new Count("paragraphs", 2, 3);
  private static final Piece WORD = Prose.WORDS;

  /** How many of something there are: the parameters {@code min_…} and {@code max_…}. */
  private record Count(String what, int usualMin, int usualMax) {
    DeclarationBuilder on(DeclarationBuilder declaration) {
      return declaration
          .withDefault(
              "min_" + what, INTEGER, Integer.toString(usualMin), "How many " + what + " at least")
          .within(1, MOST)
          .withDefault(
              "max_" + what, INTEGER, Integer.toString(usualMax), "How many " + what + " at most")
          .within(1, MOST);
    }

    int min(GeneratorRequest request) {
      long most = request.params().integer("max_" + what).orElse((long) MOST);
      return (int) (long) request.params().integer("min_" + what).orElse(Math.min(usualMin, most));
    }

    int max(GeneratorRequest request) {
      int min = min(request);
      long max = request.params().integer("max_" + what).orElse((long) Math.max(usualMax, min));
      if (max < min) {
        throw new IllegalArgumentException(
            "min_"
                + what
                + ": must not be above max_"
                + what
                + ", was "
                + min
                + " with max_"
                + what
                + " "
                + max);
      }
      return (int) max;
    }
  }

  private ProseFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        made(WORDS.on(lorem("Words", "Filler words")), ProseFactories::words),
        made(WORDS.on(lorem("Sentence", "Filler sentences")), ProseFactories::sentence),
        made(
            SENTENCES.on(lorem("Sentences", "Several filler sentences")),
            ProseFactories::sentences),
        made(SENTENCES.on(lorem("Paragraph", "Filler paragraphs")), ProseFactories::sentences),
        made(
            PARAGRAPHS.on(lorem("Paragraphs", "Several filler paragraphs")),
            ProseFactories::paragraphs),
        marked("BoldWord", "Words in bold", Sequence.of("**", WORD, "**")),
        marked("ItalicWord", "Words in italics", Sequence.of("*", WORD, "*")),
        marked("Code", "Words as code", Sequence.of("`", WORD, "`")),
        marked(
            "Link",
            "Links to pages in reserved domains",
            Sequence.of("[", WORD, "](https://", WORD, ".example.com)")),
        made(
            WORDS.on(markdown("BlockQuoteSingleLine", "Quotations of one line")),
            request -> Sequence.of("> ", sentence(request))),
        made(
            SENTENCES.on(markdown("BlockQuoteMultiLine", "Quotations of several lines")),
            request -> lines("> ", request)),
        made(
            SENTENCES.on(markdown("BulletPoints", "Lists with a mark at each item")),
            request -> lines("- ", request)),
        made(
            SENTENCES.on(markdown("ListItems", "Lists with a number at each item")),
            ProseFactories::numbered));
  }

  private static DeclarationBuilder lorem(String name, String summary) {
    return TextFactory.declare("lorem", name, summary);
  }

  private static DeclarationBuilder markdown(String name, String summary) {
    return TextFactory.declare("markdown", name, summary + ", in Markdown");
  }

  private static GeneratorFactory marked(String name, String summary, Piece piece) {
    return TextFactory.of(markdown(name, summary), locale -> piece);
  }

  private static GeneratorFactory made(
      DeclarationBuilder declaration, Function<GeneratorRequest, Piece> piece) {
    return declaration.made(request -> TextGenerator.fitting(piece.apply(request), request));
  }

  private static Piece words(GeneratorRequest request) {
    return Prose.repeated(WORD, " ", WORDS.min(request), WORDS.max(request));
  }

  private static Piece sentence(GeneratorRequest request) {
    return Prose.sentence(WORDS.min(request), WORDS.max(request));
  }

  private static Piece sentences(GeneratorRequest request) {
    return Prose.repeated(usualSentence(), " ", SENTENCES.min(request), SENTENCES.max(request));
  }

  private static Piece usualSentence() {
    return Prose.sentence(WORDS.usualMin(), WORDS.usualMax());
  }

  private static Piece paragraphs(GeneratorRequest request) {
    Piece paragraph =
        Prose.repeated(usualSentence(), " ", SENTENCES.usualMin(), SENTENCES.usualMax());
    return Prose.repeated(paragraph, "\n\n", PARAGRAPHS.min(request), PARAGRAPHS.max(request));
  }

  private static Piece lines(String mark, GeneratorRequest request) {
    Piece line = Sequence.of(mark, usualSentence());
    return Prose.repeated(line, "\n", SENTENCES.min(request), SENTENCES.max(request));
  }

  private static Piece numbered(GeneratorRequest request) {
    return Prose.numberedLines(usualSentence(), SENTENCES.min(request), SENTENCES.max(request));
  }
}
