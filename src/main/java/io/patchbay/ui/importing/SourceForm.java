package io.patchbay.ui.importing;

import com.vaadin.flow.component.Component;
import io.patchbay.importing.ImportRequest;

/** A way to give a source. What was given stays in it while the page is open. */
public interface SourceForm {

  /** The fields. */
  Component body();

  /**
   * What is to be read.
   *
   * @throws io.patchbay.common.InvalidException saying what is missing
   */
  ImportRequest request();
}
