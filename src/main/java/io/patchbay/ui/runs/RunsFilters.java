package io.patchbay.ui.runs;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.patchbay.flow.FlowSummary;
import io.patchbay.run.RunState;
import io.patchbay.ui.runs.RunSearch.Period;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Segments;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What narrows the list of runs: text, flow, state and time. */
final class RunsFilters extends Div {

  private final transient Consumer<RunSearch> onChange;
  private final SearchField text = new SearchField("Search id, data or failure", this::changeText);
  private final ComboBox<FlowSummary> flow = new ComboBox<>();
  private final Select<RunState> state = new Select<>();
  private final Select<String> environment = new Select<>();
  private final Segments<Period> period;
  private transient RunSearch search;
  private boolean showing;

  RunsFilters(
      List<FlowSummary> flows,
      List<String> environments,
      RunSearch start,
      Consumer<RunSearch> onChange) {
    this.onChange = onChange;
    this.search = start;
    addClassName("pb-filters");
    addClassName("pb-runs-filters");
    period = new Segments<>("Started in the last", periods(), start.period(), this::changePeriod);
    setUpFlow(flows);
    setUpState();
    setUpEnvironment(environments, start.environment());
    add(text, flow, state, environment, period);
    show(start);
  }

  /** Shows what the list is narrowed to without telling. */
  void show(RunSearch now) {
    search = now;
    showing = true;
    text.setValue(now.text());
    flow.setValue(
        flow.getListDataView()
            .getItems()
            .filter(one -> one.slug().equals(now.flow()))
            .findFirst()
            .orElse(null));
    state.setValue(now.state());
    environment.setValue(now.environment());
    period.show(now.period());
    showing = false;
  }

  private void setUpFlow(List<FlowSummary> flows) {
    flow.setItems(flows);
    flow.setItemLabelGenerator(FlowSummary::name);
    flow.setPlaceholder("All flows");
    flow.setAriaLabel("Flow");
    flow.setClearButtonVisible(true);
    flow.setWidth("190px");
    Look.testId("runs-flow", flow);
    flow.addValueChangeListener(event -> {
      FlowSummary chosen = event.getValue();
      change(search.withFlow(chosen == null ? null : chosen.slug()));
    });
  }

  private void setUpState() {
    state.setItems(RunState.values());
    state.setItemLabelGenerator(one -> one == null ? "All states" : RunWords.capital(one.word()));
    state.setEmptySelectionAllowed(true);
    state.setEmptySelectionCaption("All states");
    state.setPlaceholder("All states");
    state.setAriaLabel("State");
    state.setWidth("140px");
    Look.testId("runs-state", state);
    state.addValueChangeListener(event -> change(search.withState(event.getValue())));
  }

  /** One that is gone, but named in the address, is offered as well. */
  private void setUpEnvironment(List<String> environments, @Nullable String chosen) {
    var names = new LinkedHashSet<>(environments);
    if (chosen != null) {
      names.add(chosen);
    }
    environment.setItems(names);
    environment.setEmptySelectionAllowed(true);
    environment.setEmptySelectionCaption("All environments");
    environment.setPlaceholder("All environments");
    environment.setAriaLabel("Environment");
    environment.setWidth("170px");
    environment.setVisible(!names.isEmpty());
    Look.testId("runs-environment", environment);
    environment.addValueChangeListener(event -> change(search.withEnvironment(event.getValue())));
  }

  private static Map<Period, String> periods() {
    Map<Period, String> titles = new LinkedHashMap<>();
    for (Period one : Period.values()) {
      titles.put(one, one.title);
    }
    return titles;
  }

  private void changeText(String words) {
    change(search.withText(words));
  }

  private void changePeriod(Period chosen) {
    change(search.withPeriod(chosen));
  }

  private void change(RunSearch now) {
    if (!showing && !now.equals(search)) {
      search = now;
      onChange.accept(now);
    }
  }
}
