package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes on at the port of the first case that holds, else at {@code else}. Its output has {@code
 * body}, the name of that port.
 *
 * @param cases in the order in which they are tried
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SwitchStep(String id, @Nullable String name, List<Case> cases) implements ActiveStep {

  /** The port for what no case takes. */
  public static final String ELSE = "else";

  public SwitchStep {
    cases = cases == null ? List.of() : List.copyOf(cases);
  }

  @Override
  public String kind() {
    return "switch";
  }

  @Override
  public List<String> outPorts() {
    var ports = new ArrayList<String>();
    cases.forEach(one -> ports.add(one.port()));
    ports.add(ELSE);
    ports.add(Link.ERROR);
    return ports;
  }

  /**
   * One way to go on.
   *
   * @param port its name, unique in the switch; not {@code else} or {@code error}
   * @param when {@code {{ expression }}}, true or false as JSONata's {@code $boolean} has it
   */
  public record Case(String port, String when) {

    public Case {
      port = port == null ? "" : port;
      when = when == null ? "" : when;
    }
  }
}
