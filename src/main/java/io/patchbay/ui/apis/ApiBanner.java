package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** Something to know of an API, above the tabs of its editor; each Spring component is asked. */
public interface ApiBanner {

  /** The banner; nothing when there is nothing to know. */
  Optional<Component> create(ApiDraft draft);
}
