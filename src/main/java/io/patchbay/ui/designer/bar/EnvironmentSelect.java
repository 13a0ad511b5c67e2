package io.patchbay.ui.designer.bar;

import com.vaadin.flow.component.select.Select;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses one of the workspace's environments, or none; not there while there are none. */
public final class EnvironmentSelect extends Select<String> {

  private static final String NONE = "";

  /**
   * A select.
   *
   * @param none what it says where none is chosen
   * @param chosen at first; may be one that is gone
   */
  public EnvironmentSelect(List<String> environments, String none, @Nullable String chosen) {
    var all = new ArrayList<String>();
    all.add(NONE);
    all.addAll(environments);
    if (chosen != null && !all.contains(chosen)) {
      all.add(chosen);
    }
    setItems(all);
    setItemLabelGenerator(name -> name.equals(NONE) ? none : name);
    setValue(chosen == null ? NONE : chosen);
    setAriaLabel("Environment");
    setVisible(all.size() > 1);
    Look.testId("environment", this);
  }

  /** The environment; null for none. */
  public @Nullable String environment() {
    String value = getValue();
    return value == null || value.equals(NONE) ? null : value;
  }
}
