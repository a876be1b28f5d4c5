// The Mantine theme: density, type and the few component defaults that every screen shares.
import {
  type BadgeFactory,
  type ButtonFactory,
  createTheme,
  type ExtendComponent,
  type FactoryPayload,
  type InputDescriptionFactory,
  type InputErrorFactory,
  type InputFactory,
  type InputWrapperFactory,
  type MantineThemeComponent,
  type ModalFactory,
  type NotificationFactory,
  type SwitchFactory,
  type TabsFactory,
  type TooltipFactory,
} from '@mantine/core'
import { inputContainer } from './ui/fieldInput.tsx'

/** What `Badge.extend` and its like do, by type alone: naming a component here would load its code with the first screen. */
const extend = <Factory extends FactoryPayload>(defaults: ExtendComponent<Factory>): MantineThemeComponent =>
  defaults

/** What is said below a box, and what is wrong with it. */
const belowInput = { '--input-description-size': '12px', '--input-error-size': '12px' }

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'var(--sw-mono)',
  colors: {
    iris: [
      '#eef0fe',
      '#e0e3fd',
      '#c3c9fa',
      '#a3abf4',
      '#858eed',
      '#6a73e3',
      '#4f57d3',
      '#4349bb',
      '#383d9c',
      '#2a2d73',
    ],
    // White on shade 6 is 4.9:1; the library's own red is 3.3:1.
    red: [
      '#fdeaea',
      '#fad4d6',
      '#f3abb0',
      '#ec8088',
      '#e55c66',
      '#dc444f',
      '#d03540',
      '#b82c37',
      '#a81e2c',
      '#7d1520',
    ],
  },
  primaryColor: 'iris',
  primaryShade: { light: 6, dark: 6 },
  cursorType: 'default',
  defaultRadius: 'md',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '16px', md: '20px', lg: '22px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  shadows: { sm: '0 4px 12px rgb(0 0 0 / 8%)', md: '0 16px 40px rgb(0 0 0 / 16%)' },
  components: {
    Input: extend<InputFactory>({
      vars: () => ({
        wrapper: {
          '--input-height': '32px',
          '--input-fz': '13px',
          '--input-bd': 'var(--sw-input-line)',
          '--input-bg': 'var(--sw-surface)',
        },
        input: {},
      }),
    }),
    // The library's are two pixels smaller than the smallest text that is read here.
    InputWrapper: extend<InputWrapperFactory>({
      defaultProps: { inputContainer },
      vars: () => ({ label: {}, success: {}, error: belowInput, description: belowInput }),
    }),
    InputDescription: extend<InputDescriptionFactory>({ vars: () => ({ description: belowInput }) }),
    InputError: extend<InputErrorFactory>({ vars: () => ({ error: belowInput }) }),
    Button: extend<ButtonFactory>({
      vars: (_theme, props) => ({
        root: { '--button-height': props.size === 'xs' ? '26px' : '32px', '--button-fz': '13px' },
      }),
      styles: { label: { fontWeight: 550 } },
    }),
    Badge: extend<BadgeFactory>({
      defaultProps: { variant: 'light', radius: 'sm' },
      styles: { root: { textTransform: 'none' } },
    }),
    Modal: extend<ModalFactory>({
      defaultProps: {
        centered: true,
        radius: 'lg',
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
      styles: { title: { fontWeight: 630, fontSize: 16 } },
    }),
    Notification: extend<NotificationFactory>({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close the notification' } },
      styles: { root: { background: 'var(--sw-raised)', border: '1px solid var(--sw-line-2)' } },
    }),
    Switch: extend<SwitchFactory>({
      // A thumb with a ring in it reads as a zero.
      defaultProps: { withThumbIndicator: false },
      // The box behind it fills the switch, and not whatever else around it is positioned.
      styles: { body: { position: 'relative' }, input: { zIndex: 1 } },
    }),
    Tabs: extend<TabsFactory>({ defaultProps: { keepMounted: false } }),
    Tooltip: extend<TooltipFactory>({ defaultProps: { openDelay: 400, withArrow: false } }),
  },
})
