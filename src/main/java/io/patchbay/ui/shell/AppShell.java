package io.patchbay.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/** What every page of the product shares: theme, fonts, colour scheme, push and icon. */
@Push
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet(AppShell.THEME + "fonts.css")
@StyleSheet(AppShell.THEME + "tokens.css")
@StyleSheet(AppShell.THEME + "app.css")
@StyleSheet(AppShell.THEME + "pages.css")
public class AppShell implements AppShellConfigurator {

  /** Where the files of frontend/theme are served; a path that needs no sign-in. */
  static final String THEME = "assets/theme/";

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setPageTitle("Patchbay");
    settings.setViewport("width=device-width, initial-scale=1");
    settings.addFavIcon("icon", THEME + "favicon.svg", "any");
    preload(settings, "inter-latin-wght-normal.woff2");
    preload(settings, "jetbrains-mono-latin-wght-normal.woff2");
  }

  private static void preload(AppShellSettings settings, String font) {
    settings.addLink(
        THEME + "fonts/" + font,
        Map.of("rel", "preload", "as", "font", "type", "font/woff2", "crossorigin", "anonymous"));
  }
}
