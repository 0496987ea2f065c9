// What browsers have and TypeScript's own declarations of the page (4.8) have not.

// ---- the sound thread: https://webaudio.github.io/web-audio-api/#AudioWorkletGlobalScope

/** Samples a second of the context this thread renders for. */
declare const sampleRate: number;
/** The first sample of the block being rendered, since the context began. */
declare const currentFrame: number;
/** The same, in seconds. */
declare const currentTime: number;

interface AudioParamDescriptor {
  name: string;
  defaultValue?: number;
  minValue?: number;
  maxValue?: number;
  automationRate?: "a-rate" | "k-rate";
}

declare class AudioWorkletProcessor {
  readonly port: MessagePort;
  constructor(options?: AudioWorkletNodeOptions);
}

interface AudioWorkletProcessorImpl extends AudioWorkletProcessor {
  process(
    inputs: Float32Array[][],
    outputs: Float32Array[][],
    parameters: Record<string, Float32Array>,
  ): boolean;
}

declare function registerProcessor(
  name: string,
  processor: new (options: AudioWorkletNodeOptions) => AudioWorkletProcessorImpl,
): void;

// ---- the service worker: https://w3c.github.io/ServiceWorker/

interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(response: Promise<Response> | Response): void;
}

interface ExtendableMessageEvent extends ExtendableEvent {
  readonly data: unknown;
}

interface NotificationEvent extends ExtendableEvent {
  readonly notification: Notification;
  readonly action: string;
}

interface ServiceWorkerClient {
  readonly id: string;
  readonly url: string;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  focus(): Promise<ServiceWorkerClient>;
}

interface ServiceWorkerClients {
  claim(): Promise<void>;
  get(id: string): Promise<ServiceWorkerClient | undefined>;
  matchAll(options?: {
    includeUncontrolled?: boolean;
    type?: "window" | "worker" | "sharedworker" | "all";
  }): Promise<ServiceWorkerClient[]>;
  openWindow(url: string): Promise<ServiceWorkerClient | null>;
}

interface ServiceWorkerEvents {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
  message: ExtendableMessageEvent;
  notificationclick: NotificationEvent;
}

/** `self` of a service worker: cast it once, by way of `unknown`. */
interface ServiceWorkerGlobalScope {
  readonly caches: CacheStorage;
  readonly clients: ServiceWorkerClients;
  readonly location: WorkerLocation;
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener<K extends keyof ServiceWorkerEvents>(
    type: K,
    listener: (event: ServiceWorkerEvents[K]) => void,
  ): void;
}

interface WorkerLocation {
  readonly href: string;
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
}

// ---- the page

interface WakeLockSentinel extends EventTarget {
  readonly released: boolean;
  release(): Promise<void>;
}

interface BatteryManager extends EventTarget {
  readonly charging: boolean;
  /** 0 to 1. */
  readonly level: number;
}

interface Navigator {
  /** Missing outside secure pages. */
  readonly wakeLock?: { request(type: "screen"): Promise<WakeLockSentinel> };
  /** Chromium only. */
  getBattery?(): Promise<BatteryManager>;
}

/** Asks to be installed: Chromium only. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: "accepted" | "dismissed" }>;
}

interface WindowEventMap {
  beforeinstallprompt: BeforeInstallPromptEvent;
}

interface AudioContext {
  /** Another loudspeaker: Chromium only. */
  setSinkId?(id: string): Promise<void>;
}

interface DocumentEventMap {
  freeze: Event;
  resume: Event;
}

// ---- the language: ES2023, in every browser that has the rest

interface Array<T> {
  findLast(wanted: (value: T, index: number, all: T[]) => unknown): T | undefined;
  findLastIndex(wanted: (value: T, index: number, all: T[]) => unknown): number;
}

// ---- Lorgnette

/** For developers, in the console: `lorgnette.glasses.type("what time is it")`. */
declare var lorgnette: { glasses: import("./static/glasses/glasses.js").Glasses };
