package io.patchbay.ui.designer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** Rows that can be dragged onto the {@link FlowCanvas}. */
@JsModule("./palette-drag.ts")
public final class PaletteDrag extends Div {

  /** A row that carries this payload, such as {@code {"kind":"call","api":"crm","method":"x"}}. */
  public PaletteDrag(String payloadJson, Component... children) {
    super(children);
    enable(this, payloadJson);
  }

  /**
   * Makes any component carry this payload when it is dragged; null takes that away. The page needs
   * a {@link FlowCanvas} or a {@link PaletteDrag} for the script.
   */
  public static void enable(Component component, @Nullable String payloadJson) {
    component.addAttachListener(event -> send(component, payloadJson));
    if (component.isAttached()) {
      send(component, payloadJson);
    }
  }

  private static void send(Component component, @Nullable String payloadJson) {
    component.getElement().executeJs("window.patchbayPaletteDrag?.(this, $0)", payloadJson);
  }
}
