import { describe, expect, test } from "vitest";
import { makeNonce, makePage } from "./page.ts";

const parts = {
  cspSource: "https://file.vscode-cdn.example",
  scriptUri: "https://file.vscode-cdn.example/ext/dist/lifecycle.js",
  styleUri: "https://file.vscode-cdn.example/ext/dist/lifecycle.css",
  nonce: "abc",
  language: "en",
  title: "Life cycle",
};

describe("the page of the diagram", () => {
  test("allows its own style and the one script that bears the nonce, and nothing else", () => {
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(makePage(parts)) ?? [];
    expect(policy).toBe("default-src 'none'; style-src https://file.vscode-cdn.example; script-src 'nonce-abc'");
    expect(makePage(parts).match(/<script[^>]*>/g)).toEqual([`<script nonce="abc" src="${parts.scriptUri}">`]);
  });

  test("holds no style and no handler of its own, which the policy would refuse", () => {
    expect(makePage(parts)).not.toMatch(/ style=| on\w+=|<style/);
  });

  test("takes addresses and titles as text", () => {
    const page = makePage({ ...parts, title: '<b>"x"&', styleUri: 'x"><script>' });
    expect(page).toContain("<title>&lt;b&gt;&quot;x&quot;&amp;</title>");
    expect(page.match(/<script/g)).toHaveLength(1);
  });

  test("no two pages bear the same nonce", () => {
    const nonces = new Set(Array.from({ length: 50 }, makeNonce));
    expect(nonces.size).toBe(50);
    for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{32}$/);
  });
});
