package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.MethodParts;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A tab of the editor of a method that another package gives; each Spring component is one. */
public interface MethodTab {

  /** What the tab is called. */
  String title();

  /**
   * The tab's content, made anew each time that the tab is chosen.
   *
   * @param method as it is now
   * @param change changes and saves the method
   */
  Component create(
      ApiDraft draft, Supplier<ApiMethod> method, Consumer<Consumer<MethodParts>> change);
}
