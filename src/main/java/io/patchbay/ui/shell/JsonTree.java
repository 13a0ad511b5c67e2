package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/**
 * A JSON document to read and to drag fields from: each field carries its path, such as {@code
 * steps.getIssue.body.title}. Send at most about a megabyte.
 */
@Tag("json-tree")
@JsModule("./json-tree/json-tree.ts")
public final class JsonTree extends Component implements HasSize, HasStyle {

  /** Shows a document; text that is no JSON is shown as it is, empty text as nothing. */
  public void setJson(String json, String rootPath) {
    getElement().setProperty("root", rootPath);
    getElement().setProperty("json", json);
  }

  /** Opens and marks what contains these words. */
  public void setSearch(String words) {
    getElement().setProperty("search", words);
  }

  /** A field was chosen by Enter; the value is its path. */
  public Registration addPickedListener(Consumer<String> listener) {
    return getElement()
        .addEventListener(
            "picked",
            event -> listener.accept(event.getEventData().get("event.detail.path").asString()))
        .addEventData("event.detail.path");
  }

  /** A path or value was copied; the value is "path" or "value". */
  public Registration addCopiedListener(Consumer<String> listener) {
    return getElement()
        .addEventListener(
            "copied",
            event -> listener.accept(event.getEventData().get("event.detail.what").asString()))
        .addEventData("event.detail.what");
  }
}
