// Builds the islands: one entry, one style sheet, a chunk for each island, under names that never change.
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "/static/islands/",
  build: {
    outDir: "../src/dragoman/present/web/static/islands",
    emptyOutDir: true,
    // Browsers of 2024 and later: they know light-dark(), by which one colour serves both themes.
    target: ["chrome123", "firefox121", "safari17.5"],
    sourcemap: false,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    license: { fileName: "LICENSES.md" },
    rolldownOptions: {
      input: "src/desk.ts",
      output: {
        entryFileNames: "desk.js",
        chunkFileNames: "[name].js",
        assetFileNames: "desk[extname]",
      },
    },
  },
  test: { environment: "jsdom", include: ["tests/**/*.test.ts"] },
});
