package io.datalchemy.resolution.pick;

import io.datalchemy.problem.Problem;
import io.datalchemy.resolve.ChildCounts;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.Skew;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.List;

/**
 * The pick of a foreign key that nothing but the plan decides: no unique key, no other key.
 *
 * @param rows the rows of the table
 * @param parents the rows of the parent that can be picked
 * @param problems where what cannot be is told
 */
public record FreePick(
    TableId table, ForeignKey key, long rows, long parents, List<Problem> problems) {

  /** The pick asked for, or the nearest one that can be, with a problem. */
  public ParentPick of(AskedPick asked) {
    long eligible = Math.max(1, parents - Math.round(asked.childless().orElse(0.0) * parents));
    if (asked.pick().isEmpty()) {
      return eligible == parents
          ? new ParentPick.Uniform(parents)
          : new ParentPick.Skewed(parents, eligible, new Skew.Even());
    }
    return switch (asked.pick().get().kind()) {
      case UNIFORM ->
          eligible == parents
              ? new ParentPick.Uniform(parents)
              : new ParentPick.Skewed(parents, eligible, new Skew.Even());
      case ZIPF, WEIGHTED -> new ParentPick.Skewed(parents, eligible, asked.skew().orElseThrow());
      case ROUND_ROBIN -> new ParentPick.RoundRobin(parents, eligible);
      case ONE_TO_ONE -> oneToOne(asked);
      case PER_PARENT -> perParent(asked, true, rows);
    };
  }

  /**
   * The numbers of children asked for.
   *
   * @param shuffled whether the children of a parent lie anywhere
   * @param children the rows that have a parent
   */
  public ParentPick perParent(AskedPick asked, boolean shuffled, long children) {
    ChildCounts counts = asked.counts();
    long fewest = counts.fewest(parents);
    long most = counts.most(parents);
    if (children < fewest || children > most) {
      String bound = children < fewest ? "at least " + fewest : "at most " + most;
      problems.add(
          Problem.error(
                  "children_out_of_range",
                  asked.path(),
                  subject()
                      + parents
                      + " parents with "
                      + counts.min()
                      + " to "
                      + counts.max()
                      + " children each have "
                      + bound
                      + " in all, asked were "
                      + children)
              .withHint("change min, max or childless, or the rows of one of the two tables"));
      return new ParentPick.Uniform(parents);
    }
    return new ParentPick.PerParent(parents, children, counts, shuffled);
  }

  /** Tells that the key's rows follow from something else. */
  public void refuse(AskedPick asked, String why) {
    problems.add(
        Problem.error(
                "pick_not_possible",
                asked.path(),
                subject() + "cannot be picked by " + asked.word() + ": " + why)
            .withHint("leave the pick out, or name another key"));
  }

  private ParentPick oneToOne(AskedPick asked) {
    if (asked.childless().isPresent()) {
      refuse(asked, "the share of parents without children follows from the rows of both tables");
    }
    return new ParentPick.OneToOne(parents, true);
  }

  private String subject() {
    return table + ": foreign key " + key.name() + " to " + key.referenced() + ": ";
  }
}
