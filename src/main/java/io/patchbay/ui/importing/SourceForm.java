package io.patchbay.ui.importing;

import com.vaadin.flow.component.Component;
import io.patchbay.common.Access;
import io.patchbay.importing.ImportRequest;
import io.patchbay.importing.ImportResult;
import io.patchbay.importing.ImportService;

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

  /** Reads what {@link #request} gave last; not on the thread of the page. */
  default ImportResult read(ImportService imports, Access access, ImportRequest request) {
    return imports.read(access, request);
  }
}
