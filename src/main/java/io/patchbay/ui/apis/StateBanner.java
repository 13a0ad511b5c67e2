package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.patchbay.http.ApiState;
import io.patchbay.http.ApiState.Circuit;
import io.patchbay.http.CallStates;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says above the tabs that calls of the API do not go through at the moment, and why. */
@org.springframework.stereotype.Component
final class StateBanner implements ApiBanner {

  private final CallStates states;
  private final Times times;

  StateBanner(CallStates states, Times times) {
    this.states = states;
    this.times = times;
  }

  @Override
  public Optional<Component> create(ApiDraft draft) {
    var lines = lines(states.of(draft.visit().access(), draft.ref()));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    var text = Look.div("pb-col");
    lines.forEach(line -> text.add(new Span(line)));
    var band = Look.div("pb-band warning", Icons.TRIANGLE_ALERT.create("pb-i14"), text);
    Look.testId("api-state", band);
    return Optional.of(band);
  }

  private List<String> lines(ApiState state) {
    var lines = new ArrayList<String>();
    for (var breaker : state.breakers()) {
      var until = breaker.openUntil();
      if (breaker.state() == Circuit.OPEN && until != null) {
        lines.add(
            "Calls to %s are held back on this node until %s: %s."
                .formatted(breaker.server(), times.moment(until), breaker.reason()));
      } else if (breaker.state() == Circuit.HALF_OPEN) {
        lines.add("A few calls try whether %s is well again.".formatted(breaker.server()));
      }
    }
    for (var limit : state.limits()) {
      var until = limit.pausedUntil();
      if (until != null) {
        lines.add(
            "%s wants no calls until %s: %s."
                .formatted(limit.scope(), times.moment(until), limit.reason()));
      } else if (limit.waiting() > 0) {
        lines.add(
            "%,d calls wait for their turn under the rate limit of %s, %s."
                .formatted(limit.waiting(), limit.scope(), limit.limit()));
      }
    }
    return lines;
  }
}
