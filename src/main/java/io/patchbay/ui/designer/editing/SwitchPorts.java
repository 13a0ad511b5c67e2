package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import io.patchbay.flow.SwitchStep;
import io.patchbay.flow.SwitchStep.Case;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives a switch other cases. Links at a port that is renamed move along, those at one that is gone
 * go with it.
 *
 * @param renamed old names of ports with their new ones
 */
public record SwitchPorts(String step, List<Case> cases, Map<String, String> renamed)
    implements FlowCommand {

  private static final Pattern NAME = Pattern.compile("[^\\s.>\"][^.>\"]{0,39}");
  private static final Set<String> TAKEN =
      Set.of(SwitchStep.ELSE, Link.ERROR, Link.NEXT, Link.IN, Link.CUSTOMIZE);

  public SwitchPorts {
    cases = List.copyOf(cases);
    renamed = Map.copyOf(renamed);
  }

  /** Why a port cannot be called this; nothing when it can. */
  public static Optional<String> problem(String wanted, String old, List<Case> cases) {
    if (!NAME.matcher(wanted).matches()) {
      return Optional.of("A name of up to 40 characters, without . > and \"");
    }
    if (TAKEN.contains(wanted)) {
      return Optional.of("'%s' is a port of its own".formatted(wanted));
    }
    boolean taken =
        !wanted.equals(old) && cases.stream().anyMatch(one -> one.port().equals(wanted));
    return taken ? Optional.of("Another case has this port") : Optional.empty();
  }

  /** A name for one more case. */
  public static String free(List<Case> cases) {
    Set<String> taken = cases.stream().map(Case::port).collect(Collectors.toSet());
    int number = cases.size() + 1;
    while (taken.contains("case" + number)) {
      number++;
    }
    return "case" + number;
  }

  @Override
  public Flow apply(Flow flow) {
    if (!(flow.step(step).orElse(null) instanceof SwitchStep old)) {
      return flow;
    }
    var next = new SwitchStep(old.id(), old.name(), cases);
    List<Link> links =
        flow.links().stream()
            .map(link ->
                link.from().equals(step) && renamed.containsKey(link.leaves())
                    ? new Link(step, renamed.get(link.leaves()), link.to(), link.toPort())
                    : link)
            .filter(link -> !link.from().equals(step) || next.outPorts().contains(link.leaves()))
            .toList();
    return new ChangeStep(next, "cases").apply(flow).withLinks(links);
  }

  @Override
  public String label(Flow flow) {
    return "change of '%s'".formatted(flow.step(step).map(one -> one.label()).orElse(step));
  }
}
