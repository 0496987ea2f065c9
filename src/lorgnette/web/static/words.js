/** The page's words, by language. */
export const WORDS = {
  en: {
    ask: "Type what you would say",
    send: "Send",
    connected: "Connected to the hub on this machine. Nothing leaves it.",
    closed: "The hub is gone; trying again …",
    parts: "What works",
    works: "works",
    missing: "missing",
    example: "set a timer for ten seconds",
  },
  zh: {
    ask: "输入您想说的话",
    send: "发送",
    connected: "已连接到这台机器上的中枢，数据不会离开它。",
    closed: "中枢断开了，正在重试……",
    parts: "可用的功能",
    works: "可用",
    missing: "缺少",
    example: "设一个十秒的计时器",
  },
};
