import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';

const useStyles = makeStyles({
  link: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    paddingLeft: 20,
    marginBottom: -14,
    color: '#fff',
    font: '600 22px/1 system-ui, sans-serif',
    letterSpacing: '-0.5px',
  },
  mark: { color: '#5fd3bc' },
});

/** The product's name; its first letters while the sidebar is closed. */
export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <Link to="/" underline="none" className={classes.link} aria-label="Home">
      <span className={classes.mark}>ml</span>
      {isOpen && <span>infra</span>}
    </Link>
  );
}
