package io.datalchemy.generator.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stages that follow each other in one line, from each of which others may end it.
 *
 * @param line the stages that something follows, in order
 * @param after for each stage of the line, what follows it
 */
record Stages(List<String> line, List<List<Next>> after) {
  /** What follows a stage, and how often beside the others that do. */
  record Next(String stage, double weight) {}

  Stages {
    line = List.copyOf(line);
    after = List.copyOf(after);
  }

  /**
   * Reads transitions.
   *
   * @param transitions a list of {@code {from, to, weight}}
   * @throws IllegalArgumentException if they are not one line with ends
   */
  static Stages of(JsonNode transitions) {
    Map<String, List<Next>> byStage = new LinkedHashMap<>();
    Set<String> followers = new LinkedHashSet<>();
    for (JsonNode transition : transitions) {
      String to = transition.path("to").asText();
      byStage
          .computeIfAbsent(transition.path("from").asText(), from -> new ArrayList<>())
          .add(new Next(to, weight(transition)));
      followers.add(to);
    }
    List<String> firsts = byStage.keySet().stream().filter(s -> !followers.contains(s)).toList();
    if (firsts.size() != 1) {
      throw new IllegalArgumentException(
          "transitions: must begin with one stage that none leads to, were " + firsts);
    }
    return along(firsts.get(0), byStage);
  }

  private static Stages along(String first, Map<String, List<Next>> byStage) {
    List<String> line = new ArrayList<>();
    List<List<Next>> after = new ArrayList<>();
    String stage = first;
    while (stage != null) {
      line.add(stage);
      List<Next> nexts = byStage.get(stage);
      after.add(List.copyOf(nexts));
      List<String> open =
          nexts.stream().map(Next::stage).filter(byStage::containsKey).distinct().toList();
      if (open.size() > 1 || (!open.isEmpty() && line.containsAll(open))) {
        throw new IllegalArgumentException(
            "transitions: must lead on from '"
                + stage
                + "' to one stage at most that others follow, and to none again, were "
                + open);
      }
      stage = open.isEmpty() ? null : open.get(0);
    }
    if (line.size() < byStage.size()) {
      throw new IllegalArgumentException(
          "transitions: must all be reached from '" + first + "', were only " + line);
    }
    return new Stages(line, after);
  }

  private static double weight(JsonNode transition) {
    double weight = transition.path("weight").asDouble(1);
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "transitions: a weight must not be negative, was " + weight);
    }
    return weight;
  }
}
