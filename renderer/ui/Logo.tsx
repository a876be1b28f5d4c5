// The mark of the app: two arrows that pass each other.

export function Logo() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden style={{ flexShrink: 0 }}>
      <rect width="22" height="22" rx="5" fill="var(--mantine-color-iris-6)" />
      <path
        d="M5 8.2h10.4M12.6 5.4l2.8 2.8-2.8 2.8M17 13.8H6.6M9.4 11l-2.8 2.8 2.8 2.8"
        fill="none"
        stroke="white"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
