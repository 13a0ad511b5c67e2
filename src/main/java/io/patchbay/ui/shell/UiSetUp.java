package io.patchbay.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

/** Gives each session the error handler and each page its colours from the first byte on. */
@Component
class UiSetUp implements VaadinServiceInitListener {

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(UiSetUp::colours);
    event
        .getSource()
        .addSessionInitListener(init -> init.getSession().setErrorHandler(new UiErrorHandler()));
    event
        .getSource()
        .addUIInitListener(init ->
            init.getUI()
                .getPage()
                .setColorScheme(ColourScheme.of(VaadinService.getCurrentRequest()).value));
  }

  private static void colours(IndexHtmlResponse response) {
    ColourScheme scheme = ColourScheme.of(response.getVaadinRequest());
    var html = response.getDocument().getElementsByTag("html");
    html.attr("theme", scheme.value.getThemeValue());
    html.attr("style", "color-scheme: " + scheme.value.getValue());
    html.attr("lang", "en");
  }
}
